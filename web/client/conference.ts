import './client.ts';
import { voteInPlace } from './vote-in-place.ts';

// The script of a conference's page.
voteInPlace();
