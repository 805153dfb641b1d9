export { fold, phraseKey, type Word, wordsOf } from '../text.ts';
