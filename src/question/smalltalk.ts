/** What people say to a bot that asks nothing of its record. */
export type Smalltalk = 'greeting' | 'thanks' | 'farewell' | 'about-bot' | 'help' | 'empty';

const WHOLE: readonly { kind: Smalltalk; pattern: RegExp }[] = [
  {
    kind: 'greeting',
    pattern:
      /^(hi|hello|hey|hiya|howdy|yo|sup|greetings|hallo|bonjour|hola|good (morning|afternoon|evening|day|night)|morning|evening|mingalaba|whats up|how are you( doing)?( today)?|hows it going|how do you do)( (there|all|everyone|everybody|folks|team|bot|again|friend|guys|to you|you|mate|dear))*$/,
  },
  {
    kind: 'help',
    pattern:
      /^(help|help me|what can (you|i) (do|ask|answer)( you| here)?|how (do|can) (i|we) use (you|this)( bot)?|what (do|can) you (know|do|answer|cover)( about)?|what are your (commands|sources|abilities)|commands|menu|usage|instructions|what is this|what is this bot|how does this work|what does this bot do|what questions can i ask( you)?|examples?)$/,
  },
  { kind: 'farewell', pattern: /^(bye( bye)?|goodbye|see (you|ya)( later| soon)?|later|good night|ciao|farewell)$/ },
  {
    kind: 'about-bot',
    pattern:
      /^(who|what) (are|r) (you|u)( exactly| then)?$|^are you (a |an )?(bot|robot|human|real|ai|person|there|alive|chatgpt|an ai|a real person|real person|online|awake|ok|sentient)( or (a |an )?\w+)?$|^(what|whats) (is )?your (name|purpose|job)$|^who (made|built|created|wrote|runs|programmed) (you|this( bot)?)$|^how (old are you|do you work)$|^(do|can) you (sleep|dream|feel|think|love|speak \w+|talk|understand \w+|hear me|lie)$|^(tell me|know any) a? ?jokes?$|^tell me a joke$|^are you (sure|kidding|serious|stupid|dumb|drunk)$|^i love you$|^you (are|re) (great|stupid|useless|dumb|wrong|funny|awesome|the best|a genius)$|^test(ing)?( \d+)*$|^(may|can|could) i ask (you )?(something|anything|a question|(you )?something)$|^(is )?any(one|body) (here|there)$/,
  },
];

const THANKS: ReadonlySet<string> = new Set(
  'ok okay great cool nice perfect good awesome super well oh ah alright brilliant excellent lovely got it that many very much so a lot wow thats that this is was helpful useful bot job work lol haha yes no fine sure right never mind nevermind i see understood noted thanks thank you thx ty tnx cheers bye merci appreciated appreciate for the help info answer quick reply everything all again have day one later ya night goodbye cu ciao now mate pal folks guys will do'.split(
    ' ',
  ),
);

/** Words that stand in thanks without being any. */
const NO_THANKS: ReadonlySet<string> = new Set(
  'a the that it this is was for so very much many have one day all again i do will info answer reply help work job'.split(
    ' ',
  ),
);

/** The small talk that folded words are, taken as a whole; `null` when they ask something. */
export function readSmalltalk(words: readonly string[]): Smalltalk | null {
  if (words.length === 0) return 'empty';
  if (words.length > 14) return null;
  const text = words.filter((word) => word !== 'attache' && word !== 'bot').join(' ');
  if (text === '') return 'greeting';
  const whole = WHOLE.find(({ pattern }) => pattern.test(text));
  if (whole) return whole.kind;
  const said = text.split(' ');
  return said.every((word) => THANKS.has(word)) && said.some((word) => !NO_THANKS.has(word)) ? 'thanks' : null;
}

const OPINION =
  /\b(do you (think|like|love|hate|believe|prefer|support|agree|feel|trust|want|reckon)|what do you (think|make|reckon|feel)|your (opinion|view|favou?rite|take|thoughts|guess|personal)|in your (opinion|view)|whats your (view|take|opinion)|should (we|i|he|she|they|the (us|west|eu|un|world)|you|(?!be\b|have\b|the\b)\w+)|is it (good|bad|right|wrong|fair|moral|ethical|ok)|(is|was|are|were) .{1,40} (a |an )?(good|bad|evil|great|nice|handsome|ugly|stupid|smart|corrupt|better|worse|worst|best|right|wrong|hero|criminal) (leader|person|man|woman|guy|president|idea|thing|people|general|ruler|country)\b|who is (better|worse|right|wrong|the best|the worst)|which (side|one) is (better|right))\b/;
const PREDICTION =
  /\b(will (he|she|it|they|there|the|\w+) (\w+ )?(be|win|fall|visit|go|deliver|meet|become|end|lift|stop|attend|sell|buy|get|sign|come|travel|resign|die|collapse|return|supply|vote|ever|still|lose|attack|invade|release|hold)|(?<!was )(?<!were )going to (be|win|happen|fall|visit|meet|sell|deliver|die|resign|become)|gonna|predict|prediction|forecast|likely to (be|win|happen)|what will|who will|when will|where will|how (much|many) \w* ?\w* ?will|how long will|what happens (next|if)|whats next|in the future|\w+ (?:years?|months?|decades?) from now|by 20[3-9]\d)\b/;

/** Whether somebody wants words put into the bot's mouth. */
export function dictates(text: string): boolean {
  return (
    /^(please )?(repeat|say|write|print|echo|output|type|answer|reply)\b.{0,12}\b(after me|exactly|this|the following|only|with|nothing but|back)\b/.test(
      text,
    ) ||
    /\b(ignore|forget|disregard) (all |your |the |any |my )*(previous |prior |above |earlier )?(instructions|rules|prompt|orders|context)\b/.test(
      text,
    )
  );
}

/** Whether a text is code or asks for what is inside the bot, as no question to a record does. */
export function isMachineTalk(text: string): boolean {
  return (
    /\$\{|\{\{|<\/?[a-z]+[^>]*>|\b(?:drop|truncate|alter) table\b|\bselect\b.{1,40}\bfrom\b|\bdelete from\b|\binsert into\b|\.\.\/|\b(?:sudo|rm -rf|eval\(|exec\()/i.test(
      text,
    ) ||
    /\byour (?:\w+ )?(?:tokens?|prompts?|instructions|passwords?|secrets?|keys?|api|config\w*|system|source code|environment)\b/i.test(
      text,
    )
  );
}

/** Whether the words ask for the time of day or the weather. */
export function asksClockOrWeather(text: string): boolean {
  return /^(so |and )?(what time is it|whats the time|what is the time|what day is it|whats the date)\b|\b(weather|temperature)\b.{0,12}\b(in|at|like|today|tomorrow)\b|^(whats|what is|hows|how is) the (weather|temperature)\b|\blocal time in\b/.test(
    text,
  );
}

/** Whether the words ask for an opinion of the bot's. */
export function asksOpinion(text: string): boolean {
  return OPINION.test(text);
}

/** Whether they ask what is yet to come. */
export function asksPrediction(text: string): boolean {
  return PREDICTION.test(text) && !/^(was|were|had) /.test(text);
}
