export { AftertalkClient, type ClientOptions } from './aftertalk-client.ts';
export type {
  Answer,
  Comment,
  Conference,
  ItemOf,
  ListPath,
  PathsWith,
  RequestOf,
  Session,
  Talk,
  Thread,
  Verb,
} from './api-types.ts';
export type { FollowedThread, FollowOptions, ThreadChange } from './followed-thread.ts';
export type { components, operations, paths } from './generated/api.ts';
export { Problem, type FieldProblem, type ProblemFacts, type ProblemSlug } from './problem.ts';
