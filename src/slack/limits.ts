/**
 * Slack's limits. Characters unless a line says otherwise. Where Slack documents none, the value is the strictest one that
 * was measured in a public report, and the line names it.
 */
export const LIMITS = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksInMessage: 50,
  blocksInView: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionText: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block; the length of one element is not documented there. */
  contextElements: 10,
  contextText: 2000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  actionId: 255,
  /** https://docs.slack.dev/surfaces/modals */
  viewTitle: 24,
  /** Not documented: a message of about 13,200 characters of blocks, as JSON, is refused (slackapi/bolt-js#2509). */
  blocksTogether: 13_200,
  /** https://docs.slack.dev/reference/methods/chat.postMessage asks for 4,000; reports of refusals begin just below it. */
  messageText: 3900,
  /** https://docs.slack.dev/reference/app-manifest and the schema of slackapi/manifest-schema, version 1. */
  appName: 35,
  appDescription: 140,
  appLongDescriptionLeast: 175,
  appLongDescription: 4000,
  agentDescription: 300,
  suggestedPrompts: 4,
  slashCommands: 50,
  slashCommand: 32,
  slashDescription: 2000,
  slashUsageHint: 1000,
} as const;
