export { phraseKey, type Word, wordsOf } from '../text.ts';
