/**
 * The types of the API, made from its document by openapi-typescript. Not written by hand:
 * `WRITE_DOCS=1 npm run jest -- --selectProjects=stories -- test/architecture/routes`
 */
export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the caller's own account: personas, rights, settings.
         * @description The address is shown masked.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["meRead"];
        put?: never;
        post?: never;
        /**
         * Erases the caller's account.
         * @description The answer says what became of every store that knew it.
         *
         *     **Who:** Anybody with a session. Only shortly after signing in. Also while one is muted or suspended. With no API token.
         */
        delete: operations["exportsLeave"];
        options?: never;
        head?: never;
        /**
         * Changes the caller's own language and settings.
         * @description What is left out stays.
         *
         *     **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        patch: operations["meChange"];
        trace?: never;
    };
    "/conferences/{conference}/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a persona, the public profile under which a person speaks in a conference.
         * @description **Who:** Anybody with a session. With no API token.
         */
        post: operations["meCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads one's own persona.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["mePersona"];
        put?: never;
        post?: never;
        /**
         * Withdraws a persona: what it said stays, without a name.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["meWithdraw"];
        options?: never;
        head?: never;
        /**
         * Changes the name, the tagline, the biography or the settings of a persona.
         * @description What is left out stays.
         *
         *     **Who:** Anybody with a session. With no API token.
         */
        patch: operations["meRename"];
        trace?: never;
    };
    "/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the right of an invitation, or chooses the persona that shows a right.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Also while one is muted or suspended. With no API token.
         */
        post: operations["meClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the API tokens of the account.
         * @description **Who:** Anybody with a session. With no API token.
         */
        get: operations["apiTokensList"];
        put?: never;
        /**
         * Makes an API token for a program, and shows it once.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Only shortly after signing in. Also while one is muted or suspended. With no API token.
         */
        post: operations["apiTokensCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends an API token at once.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["apiTokensEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the links that are not opened yet.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["invitationsList"];
        put?: never;
        /**
         * Makes a link that gives a right to the first person who opens it, and mails it when an address is given.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        post: operations["invitationsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/invitations/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails one invitation to each person and role; nobody is invited when one of them cannot be.
         * @description Who was mailed the same before and has not come gets nothing twice: the answer has the earlier invitation.
         *
         *     **Who:** Organizers of the conference. With no API token.
         */
        post: operations["invitationsCreateMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/invitations/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a reminder to everyone who was invited to moderate or organize, has not come, and was not written to within a day.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        post: operations["invitationsRemind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancels a link that is not opened yet.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        delete: operations["invitationsCancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the speakers of confirmed talks, by name, and how each is invited.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["speakersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/speakers/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps addresses of speakers, sealed, until they are invited by them; all of them or none.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        put: operations["speakersGiveAddresses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/speakers/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails the speakers who have not come: an invitation, a reminder, or a test to oneself.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        post: operations["speakersMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists who may do what in a conference, organizers first.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["grantsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a right back.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        delete: operations["grantsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what people with a right did in a conference, the latest first.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["auditRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a sign-in code and a link.
         * @description The answer is the same for every address.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["sessionsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the caller's open sessions.
         * @description **Who:** Anybody with a session. With no API token.
         */
        get: operations["sessionsList"];
        put?: never;
        /**
         * Signs in by a code or a link.
         * @description The answer has a token, and sets the cookie of the session.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["sessionsEnter"];
        /**
         * Ends all of the caller's sessions but the one that asks.
         * @description Their sockets close.
         *
         *     **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["sessionsEndOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs out: ends the session that asks.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["sessionsLeave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of the caller's sessions.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["sessionsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins the session of a guest, who has no address.
         * @description The conference's setting `guests` is asked at each act. A code that confirms an address makes it a full account, with all it has.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["guestsBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the caller's own passkeys.
         * @description **Who:** Anybody with a session. With no API token.
         */
        get: operations["passkeysList"];
        put?: never;
        /**
         * Adds a passkey.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Only shortly after signing in. Also while one is muted or suspended. With no API token.
         */
        post: operations["passkeysCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads what `navigator.credentials.create()` is to be asked.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Only shortly after signing in. Also while one is muted or suspended. With no API token.
         */
        post: operations["passkeysOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a passkey.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        delete: operations["passkeysRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads what `navigator.credentials.get()` is to be asked.
         * @description The same for everybody, but for the challenge.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["passkeysChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/passkeys/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in by a passkey.
         * @description The answer has a token, and sets the cookie of the session.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["passkeysBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the comments of a thread, each with its first three replies.
         * @description Answers are listed wherever they are.
         *
         *     **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingComments"];
        put?: never;
        /**
         * Posts a comment or a reply.
         * @description Without a session it waits until the code that is mailed to the guest's address confirms it.
         *
         *     **Who:** Anybody, with a session or without. With an API token that has the scope `comments:write`.
         */
        post: operations["commentsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads what is personal in a thread: votes, what the caller may do, what is held, personas.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["commentsOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads what its author typed, as Markdown.
         * @description For its author and moderators.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["commentsSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a comment.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingComment"];
        put?: never;
        post?: never;
        /**
         * Withdraws the caller's own comment: its words go, its place stays.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With an API token that has the scope `comments:write`.
         */
        delete: operations["commentsWithdraw"];
        options?: never;
        head?: never;
        /**
         * Edits a comment within 15 minutes, as long as there is no reply.
         * @description A held one stays held.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `comments:write`.
         */
        patch: operations["commentsChange"];
        trace?: never;
    };
    "/threads/{id}/comments/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails new codes for what a guest wrote in a thread and has not confirmed.
         * @description The answer is the same whether anything waits.
         *
         *     **Who:** Anybody, with a session or without. Also while one is muted or suspended. With no API token.
         */
        post: operations["commentsSendCodesAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Votes for a comment.
         * @description Doing it twice is doing it once.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `comments:write`.
         */
        put: operations["commentsVote"];
        post?: never;
        /**
         * Takes a vote back.
         * @description Doing it twice is doing it once.
         *
         *     **Who:** Anybody with a session. Also while one is muted or suspended. With an API token that has the scope `comments:write`.
         */
        delete: operations["commentsUnvote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a question.
         * @description Without a session it waits until the code that is mailed to the guest's address confirms it.
         *
         *     **Who:** Anybody, with a session or without. With an API token that has the scope `questions:write`.
         */
        post: operations["questionsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/questions/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds questions of a thread that are like the one being typed.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["questionsSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/kind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Makes a comment a question, or a question a comment.
         * @description For its author, the speakers of the talk and moderators.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        put: operations["questionsChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins the live hour of a thread.
         * @description For speakers of the talk, moderators and organizers; it ends by itself an hour after the talk.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        post: operations["questionsBegin"];
        /**
         * Ends the live hour of a thread.
         * @description **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        delete: operations["questionsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/announcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts an announcement to everyone in a thread, above all comments.
         * @description For speakers of the talk, moderators and organizers.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        post: operations["questionsAnnounce"];
        /**
         * Takes the announcement of a thread down; it stays as a comment.
         * @description **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        delete: operations["questionsTakeDown"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Settles a question: takes, reopens, answers, declines or merges it.
         * @description For speakers of the talk, moderators and organizers.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        put: operations["questionsStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a question in writing.
         * @description For speakers of the talk, moderators and organizers.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `questions:write`.
         */
        post: operations["questionsAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withholds a comment: its words are hidden, and the decision is published with its reason.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["moderationWithhold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restores a comment that was withheld.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["moderationRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases a held comment in the revision that was read.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["moderationRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/note/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hides the note beside a question; the question stays.
         * @description The note goes by itself where the question is hidden.
         *
         *     **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["moderationWithholdNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/note/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows a hidden note again.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["moderationRestoreNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/comments/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Claims a comment of the queue for five minutes, so that no two moderators decide about it.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        put: operations["moderationClaim"];
        post?: never;
        /**
         * Ends a claim, so that others may decide.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        delete: operations["moderationUnclaim"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a thread: locks or unlocks it, sets its screening, slow mode, phases and title.
         * @description What is left out stays.
         *
         *     **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        patch: operations["moderationChange"];
        trace?: never;
    };
    "/admin/conferences/{conference}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what waits for a moderator: held comments, reported ones, or appeals; the oldest first.
         * @description A moderator of one talk sees what belongs to it.
         *
         *     **Who:** Organizers and moderators of the conference, and moderators of one of its talks. With an API token that has the scope `moderate`.
         */
        get: operations["queueWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/personas/{id}/sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mutes or suspends the account behind a persona in this conference.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. Only shortly after signing in. With no API token.
         */
        post: operations["queueSanction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sanctions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a mute or a suspension.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. Only shortly after signing in. With no API token.
         */
        delete: operations["queueEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismisses a report: the comment stays, and the reporter is told.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["queueDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides an appeal.
         * @description Not for the moderator who decided first.
         *
         *     **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["queueDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recaps/{id}/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withholds a recap: its words and its discussion are hidden, and the decision is published with its reason.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["recapModerationWithhold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recaps/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restores a recap that was withheld.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["recapModerationRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recaps/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases a held recap in the version that was read.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        post: operations["recapModerationRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recaps/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Claims a recap of the queue for five minutes, so that no two moderators decide about it.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        put: operations["recapModerationClaim"];
        post?: never;
        /**
         * Ends a claim, so that others may decide.
         * @description **Who:** Organizers and moderators of the conference; a moderator of one talk for what belongs to it. With an API token that has the scope `moderate`.
         */
        delete: operations["recapModerationUnclaim"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reports a comment.
         * @description Without a session `email` and `goodFaith: true` are needed, and the address is confirmed by a code.
         *
         *     **Who:** Anybody, with a session or without. With no API token.
         */
        post: operations["reportsMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recaps/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reports a recap.
         * @description Without a session `email` and `goodFaith: true` are needed, and the address is confirmed by a code.
         *
         *     **Who:** Anybody, with a session or without. With no API token.
         */
        post: operations["reportsMakeOfRecap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads what became of a report.
         * @description For the holder of the receipt.
         *
         *     **Who:** Anybody, with a session or without. With no API token.
         */
        get: operations["reportsStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the caller's own reports, the latest first.
         * @description **Who:** Anybody with a session. With no API token.
         */
        get: operations["reportsOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the decisions about the caller's own comments and account, with their reasons and how to appeal.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["reportsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeals against a decision about the caller, or about what the caller reported, once.
         * @description **Who:** Anybody with a session. Also while one is muted or suspended. With no API token.
         */
        post: operations["reportsObject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the public decisions of a conference, the latest first.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["reportsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/transparency/{year}.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the transparency report of the forum for a year in one file.
         * @description **Who:** Organizers of every conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyZip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/transparency/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads which files the transparency report of the forum has, and why their empty cells are empty.
         * @description **Who:** Organizers of every conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/transparency/{year}/{file}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads one file of the transparency report of the forum.
         * @description **Who:** Organizers of every conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/transparency/{year}.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the transparency report of a conference for a year in one file.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyZipOfConference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/transparency/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads which files the transparency report of a conference has, and why their empty cells are empty.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyReadOfConference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/transparency/{year}/{file}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads one file of the transparency report of a conference.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["transparencyCsvOfConference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a thread.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads what changed in a thread after a number, as the changes protocol has it.
         * @description `reset: true` says: forget everything and load.
         *
         *     **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the replies to a comment, oldest first.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists earlier wordings of a comment that were public, while the comment is visible.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["readingRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the conferences, the latest first.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["programmeReadingConferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a conference by its id or slug.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["programmeReadingConference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the talks of a conference in the order of the programme.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["programmeReadingTalks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a talk.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["programmeReadingTalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the threads of a conference.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["programmeReadingThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches what was said in a conference.
         * @description All words are looked for, and none is an operator.
         *
         *     **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["searchSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/authors/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads what an author shows of themselves in a conference.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["authorsAuthor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/authors/{slug}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the comments of an author who lets their page show them, the latest first.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["authorsComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/recap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the recap of a thread.
         * @description Earlier versions and drafts are for those who write it.
         *
         *     **Who:** Anybody, with a session or without. With an API token that has the scope `read`.
         */
        get: operations["recapOfThread"];
        /**
         * Writes the recap of a thread.
         * @description For speakers of the talk, moderators and organizers.
         *
         *     **Who:** Anybody with a session. With no API token.
         */
        put: operations["recapWriteOfThread"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/recap/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the versions of a thread's recap, the latest first.
         * @description For those who write it.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["recapVersionsOfThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/recap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the recap of a conference.
         * @description Earlier versions and drafts are for organizers.
         *
         *     **Who:** Anybody, with a session or without. With an API token that has the scope `read`.
         */
        get: operations["recapOfConference"];
        /**
         * Writes the recap of a conference.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        put: operations["recapWriteOfConference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/recap/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the versions of a conference's recap, the latest first.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["recapVersionsOfConference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/recaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the published recaps of a conference, official ones first, then the latest.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["recapsList"];
        put?: never;
        /**
         * Writes a recap of a conference, as a draft or published.
         * @description For anybody with a persona; at most ten each.
         *
         *     **Who:** Anybody with a session. Guests have to confirm an address first. With an API token that has the scope `comments:write`.
         */
        post: operations["recapsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recaps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a recap.
         * @description Its author gets the newest version, or an earlier one; all others the published one, without words while it is hidden.
         *
         *     **Who:** Anybody, with a session or without. With an API token that has the scope `read`.
         */
        get: operations["recapsRead"];
        put?: never;
        post?: never;
        /**
         * Withdraws a recap: its words go, and its thread is read by nobody any more.
         * @description For its author.
         *
         *     **Who:** Anybody with a session. Also while one is muted or suspended. With an API token that has the scope `comments:write`.
         */
        delete: operations["recapsWithdraw"];
        options?: never;
        head?: never;
        /**
         * Edits or publishes a recap: a new version, of which what is left out stays.
         * @description For its author.
         *
         *     **Who:** Anybody with a session. Guests have to confirm an address first. With an API token that has the scope `comments:write`.
         */
        patch: operations["recapsChange"];
        trace?: never;
    };
    "/recaps/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the versions of a recap, the latest first.
         * @description For its author.
         *
         *     **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["recapsVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the figures as they are declared: what is counted, out of what, and what a figure does not tell.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["figuresList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/figures/{name}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the rows of a figure as CSV, whose ids belong to this download alone.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["figuresCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/figures/{name}.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the chart of a figure as SVG, with where it is from and as of when.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["figuresSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/figures/{name}.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the chart of a figure as PNG, with where it is from and as of when.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["figuresPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/figures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a figure in the whole conference, on one of its days, or for a talk.
         * @description Few people are not shown.
         *
         *     **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["figuresRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads this description of the sockets, as AsyncAPI 3.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["contractRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the desk of a thread: its questions by votes and, for moderators, what is held.
         * @description For speakers of the talk, moderators and organizers.
         *
         *     **Who:** Anybody with a session. With no API token.
         */
        get: operations["deskOpen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what is still open in the talks the caller speaks in.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["deskTalks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what the caller asked and what became of it, the latest first.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["deskAsked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conferences/{conference}/closing-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets whether the caller gets an e-mail when the conference is archived.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Also while one is muted or suspended. With no API token.
         */
        put: operations["notificationsWish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what concerned the caller in the last 30 days and what became of it, the latest first.
         * @description **Who:** Anybody with a session. With an API token that has the scope `read`.
         */
        get: operations["notificationsNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/threads/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follows a thread: its answers, its recaps and links added to its talk come in the digest.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Also while one is muted or suspended. With no API token.
         */
        put: operations["notificationsFollow"];
        post?: never;
        /**
         * Follows a thread no longer.
         * @description **Who:** Anybody with a session. Guests have to confirm an address first. Also while one is muted or suspended. With no API token.
         */
        delete: operations["notificationsUnfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/brand/{image}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets an image of a conference: `logo`, `logoDark` or `cover`.
         * @description PNG, JPEG or WebP, at most 2 MB, 25 million pixels and 10,000 on a side. It is encoded anew without its metadata.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        put: operations["brandSetImage"];
        post?: never;
        /**
         * Removes an image of a conference: `logo`, `logoDark` or `cover`.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        delete: operations["brandRemoveImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the last ten imports that changed the programme, newest first.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["importsList"];
        put?: never;
        /**
         * Imports a programme: a schedule.json or schedule.xml, or a sheet in CSV or XLSX, of at most 10 MB.
         * @description The conference's own fields stay as they are; a dry run says what would change. The body is the file, or a form with the parts `file`, `decisions` and `mapping`, both JSON: `{"conference": "this"}` imports what seems to be another conference's, and answers by the ids of `questions` decide them; a mapping says what a column of a sheet holds, by its heading, and is remembered. Sentences are in the language of `Accept-Language`, English or French.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        post: operations["importsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes one of the last ten imports, once.
         * @description The programme is as it was before; no comment moves: an added talk with comments becomes cancelled. What was changed since stays, and is named in `kept` and `problems`.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        post: operations["importsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a conference.
         * @description **Who:** Organizers of every conference. With no API token.
         */
        post: operations["programmeAdminCreateConference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a conference with everything in it: the demo, or one in which nobody has written.
         * @description **Who:** Organizers of the conference. With no API token.
         */
        delete: operations["programmeAdminDelete"];
        options?: never;
        head?: never;
        /**
         * Changes a conference.
         * @description What is left out stays, also within `settings`.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        patch: operations["programmeAdminChangeConference"];
        trace?: never;
    };
    "/admin/conferences/{conference}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads how far the last change of the conference has reached its threads.
         * @description A large one takes some seconds.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["programmeAdminProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a talk to the programme, with its thread.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        post: operations["programmeAdminCreateTalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/talks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a talk.
         * @description What is left out stays.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        patch: operations["programmeAdminChangeTalk"];
        trace?: never;
    };
    "/admin/conferences/{conference}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a thread without a talk, a hallway.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        post: operations["programmeAdminOpenThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/import-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what imports left to the organizers: unanswered first, 200 at most.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["programmeAdminListImportQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/import-questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a question of an import.
         * @description It is done at once, and later imports keep to it.
         *
         *     **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        post: operations["programmeAdminAnswerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces the links of a talk: slides, a recording, what was spoken of.
         * @description For speakers of the talk, moderators and organizers. A later import leaves them alone.
         *
         *     **Who:** Anybody with a session. With no API token.
         */
        put: operations["talkLinksReplace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/conferences/{conference}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the archive of a conference in one file.
         * @description **Who:** Organizers of the conference. With an API token that has the scope `organize`.
         */
        get: operations["archiveDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads everything the forum holds about the caller.
         * @description **Who:** Anybody with a session. With no API token.
         */
        get: operations["exportsEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says that the process answers.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says whether the server can do its work, or what is missing.
         * @description **Who:** Anybody. The session is not looked at, so that the answer is the same for everybody.
         */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account as its owner sees it. */
        Me: {
            /**
             * @description The first letter, and the domain; null for a guest.
             * @example a•••@mail.example
             */
            emailMasked: string | null;
            /**
             * @description The language of the account's e-mails and pages, as a BCP 47 tag.
             * @enum {string}
             */
            locale: "en" | "fr";
            /** @description The public profiles of the account, each in one conference. */
            personas: components["schemas"]["Persona"][];
            /** @description The rights of the account, as speaker, moderator or organizer. */
            grants: components["schemas"]["MyGrant"][];
            /** @description The account's own choices. */
            settings: components["schemas"]["AccountSettings"];
            /** @description The e-mails that the account gets. */
            email: components["schemas"]["EmailSettings"];
            /**
             * Format: date
             * @description As in `email`.
             */
            pausedUntil: string | null;
        };
        Persona: {
            /**
             * Format: uuid
             * @description The id of the persona.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the conference.
             */
            conferenceId: string;
            /** @description Of its page `/c/{conference}/by/{slug}`, which is there once it has something to show. */
            slug: string;
            /** @description Empty until one is chosen, for a persona that has only asked anonymously. */
            name: string;
            /** @description A line below the name; empty without one. */
            tagline: string;
            /** @description The person's text about themselves; its parts are empty without one. */
            biography: components["schemas"]["Biography"];
            /** @description Whether its page lists its comments. */
            showsComments: boolean;
            /** @description Whether search engines may find its page. */
            isIndexed: boolean;
            /** @description A path of this site. */
            avatarUrl: string;
        };
        /** @description A person's text about themselves, as typed and as it is shown. */
        Biography: {
            /**
             * @description The text as it was typed; empty without one.
             * @example I teach, and I **take notes**.
             */
            markdown: string;
            /**
             * @description Safe to show.
             * @example <p>I teach, and I <strong>take notes</strong>.</p>
             */
            html: string;
        };
        /** @description A right, with the persona that shows it. */
        MyGrant: {
            /**
             * Format: uuid
             * @description The persona that shows it; null where none does, and for a right in all conferences.
             */
            personaId: string | null;
            /**
             * @description The part that its holder has.
             * @enum {string}
             */
            role: "moderator" | "organizer" | "speaker";
            /**
             * Format: uuid
             * @description The conference it is for; null for all.
             */
            conferenceId: string | null;
            /**
             * Format: uuid
             * @description The talk it is for; null for all talks of the conference.
             */
            talkId: string | null;
        };
        /** @description The settings of an account; one that was never chosen is absent. */
        AccountSettings: {
            /** @description An e-mail when a question of one's own is answered. */
            answersByMail?: boolean;
        };
        /** @description The choice of e-mails of an account. */
        EmailSettings: {
            /** @description E-mails a day, 0 to 20. */
            budget: number;
            /** @description The rhythm of the digest. */
            digest: {
                /**
                 * @description `usual`: daily from the day before a conference to two days after it, Mondays before and after.
                 * @enum {string}
                 */
                rhythm: "daily" | "off" | "usual" | "weekly";
                /** @description The hour of the day, 0 to 23, by the clock of `timeZone`. */
                hour: number;
                /** @description An IANA zone; null for that of the conference. */
                timeZone: string | null;
            };
            /**
             * Format: date
             * @description The day on which e-mails and live updates begin again; null without a pause.
             */
            pausedUntil: string | null;
            /** @description Whether e-mails quote what others wrote. */
            words: boolean;
            /** @description Whether each kind comes at all. */
            kinds: components["schemas"]["EmailSwitches"];
        };
        /** @description Kinds of e-mails that are not necessary, and whether each comes. */
        EmailSwitches: {
            /** @description An answer to one's question. */
            answered: boolean;
            /** @description Replies to one's comments. */
            replies: boolean;
            /** @description One's question was merged, declined or expired. */
            outcomes: boolean;
            /** @description News of threads that one follows. */
            followed: boolean;
            /** @description Questions to one's talk. */
            waiting: boolean;
            /** @description News of what waits for a moderator. */
            queue: boolean;
        };
        /** @description Sign in first */
        SessionRequiredProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/session-required";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This API token does not work */
        TokenRefusedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/token-refused";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This API token is for another conference */
        TokenElsewhereProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/token-elsewhere";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This API token cannot do that */
        TokenScopeMissingProblem: {
            /** @description The scope that the route needs. */
            scope: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/token-scope-missing";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Page not found */
        NotFoundProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/not-found";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 404;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Please check the fields below */
        InvalidRequestProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/invalid-request";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
            /** @description What is wrong, field by field. */
            errors: {
                /** @description The field as a JSON Pointer (RFC 6901): #/body, or #/query/limit for a field of the query. */
                pointer: string;
                /** @description What to do about it, for people. */
                detail: string;
            }[];
        };
        /** @description The server cannot answer right now */
        UnavailableProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/unavailable";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 503;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        MeRequest: {
            /**
             * @description The language of e-mails.
             * @enum {string}
             */
            locale?: "fr" | "en";
            /** @description What is left out stays as it is. */
            settings?: components["schemas"]["AccountSettingsRequest"];
            /** @description Which e-mails come. What is left out stays. */
            email?: components["schemas"]["EmailSettingsRequest"];
        };
        AccountSettingsRequest: {
            /**
             * @description A letter when a question of mine is answered.
             * @default true
             */
            answersByMail: boolean;
        };
        EmailSettingsRequest: {
            /** @description E-mails a day at most, 0 to 20; codes and decisions are not counted. */
            budget?: number;
            /** @description When the digest comes. */
            digest?: components["schemas"]["DigestRequest"];
            /**
             * Format: date
             * @description The day on which e-mails and live updates begin again, at most a year ahead; null ends a pause.
             */
            pausedUntil?: string;
            /** @description Whether e-mails quote what others wrote. */
            words?: boolean;
            /** @description Which kinds of e-mails come. */
            kinds?: components["schemas"]["EmailKindsRequest"];
        };
        DigestRequest: {
            /**
             * @description How often; `usual` is daily around a conference and on Mondays before and after.
             * @enum {string}
             */
            rhythm?: "usual" | "daily" | "weekly" | "off";
            /** @description The hour at which it comes, 0 to 23. */
            hour?: number;
            /** @description An IANA time zone; null for that of the conference. */
            timeZone?: string;
        };
        EmailKindsRequest: {
            /** @description An answer to a question of one’s own, at once. */
            answered?: boolean;
            /** @description Replies to one’s comments, in the digest. */
            replies?: boolean;
            /** @description A question was merged, declined or expired, in the digest. */
            outcomes?: boolean;
            /** @description News of threads one follows, in the digest. */
            followed?: boolean;
            /** @description Questions that wait for the speaker, at most one e-mail a day. */
            waiting?: boolean;
            /** @description What waits for moderators, in the digest. */
            queue?: boolean;
        };
        /** @description The body cannot be read */
        BodyMalformedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/body-malformed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 400;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description The request comes from another site */
        OriginForeignProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/origin-foreign";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description API tokens cannot do that */
        TokenForPeopleOnlyProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/token-for-people-only";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This key was used for another request */
        IdempotencyKeyConflictProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/idempotency-key-conflict";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This was changed in the meantime */
        VersionOutdatedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/version-outdated";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 412;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description That is too large */
        BodyTooLargeProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/body-too-large";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 413;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This type of content is not accepted here */
        MediaTypeUnsupportedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/media-type-unsupported";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 415;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Too many requests */
        TooManyRequestsProblem: {
            /** @description Seconds to wait, as in `Retry-After`. */
            seconds: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/too-many-requests";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        ErasureRequest: {
            /**
             * @description keep: what was said stays, from a former participant. remove: it is withdrawn, and its words are deleted.
             * @enum {string}
             */
            posts: "keep" | "remove";
        };
        ErasureReport: {
            /**
             * Format: date-time
             * @description Time when the account was erased.
             */
            erasedAt: string;
            /**
             * @description The owner's wish: public words stay without a name, or go.
             * @enum {string}
             */
            posts: "keep" | "remove";
            /** @description Each store that knew the account, with what became of it. */
            stores: components["schemas"]["StoreReport"][];
        };
        StoreReport: {
            /** @description The name of the store, such as `personas`, `votes`, `backups`. */
            store: string;
            /**
             * @description `deleted` at once; `soon`: deleted within minutes; `soonParted`: stays, without a name within minutes; `later`: no longer linked to the account within hours; `parted`: stays, no longer linked; `expires`: deleted within a day; `kept` until nobody can appeal; `stays`, because it names no account.
             * @enum {string}
             */
            fate: "deleted" | "expires" | "kept" | "later" | "parted" | "soon" | "soonParted" | "stays";
            /** @description Number of rows; null where they are not counted by account. */
            rows: number | null;
        };
        /** @description Please sign in again */
        SignInStaleProblem: {
            /** @description Minutes for which a sign-in counts as recent. */
            minutes: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/sign-in-stale";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This account is already being deleted */
        ErasureUnderWayProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/erasure-under-way";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        PersonaRequest: {
            /** @description The name shown with what one says, 1 to 60 visible characters. */
            name: string;
            /** @description A line below the name, at most 120 characters. */
            tagline?: string;
            /** @description About the author, in Markdown as in comments; empty for none. E-mail addresses are masked. */
            biography?: string;
            /** @description Whether its page in the conference lists its comments. */
            showsComments?: boolean;
            /** @description Whether search engines may find its page. */
            isIndexed?: boolean;
        };
        /** @description You cannot write here for now */
        AccountMutedProblem: {
            /** @description The end, as a time; empty where it is for good. */
            until: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/account-muted";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Your access is suspended */
        AccountSuspendedProblem: {
            /** @description The end, as a time; empty where it is for good. */
            until: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/account-suspended";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Confirm an e-mail address first */
        GuestNotAllowedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/guest-not-allowed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This name belongs to a speaker or an organizer here */
        PersonaNameReservedProblem: {
            /** @description The name that was asked for. */
            name: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/persona-name-reserved";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description You cannot add another profile in this conference */
        PersonasTooManyProblem: {
            /** @description The most that is taken. */
            limit: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/personas-too-many";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        PersonaChangeRequest: {
            /** @description The name shown with what one says from now on, 1 to 60 visible characters. */
            name?: string;
            /** @description A line below the name, at most 120 characters. */
            tagline?: string;
            /** @description About the author, in Markdown as in comments; empty for none. E-mail addresses are masked. */
            biography?: string;
            /** @description Whether its page in the conference lists its comments. */
            showsComments?: boolean;
            /** @description Whether search engines may find its page. */
            isIndexed?: boolean;
        };
        ClaimRequest: {
            /** @description Of an invitation. Without it, `personaId` shows what one may do already where no persona shows it. */
            token?: string;
            /**
             * Format: uuid
             * @description The persona that shows the right; needed by those who have several.
             */
            personaId?: string;
        };
        Grant: {
            /**
             * @description The part that its holder has.
             * @enum {string}
             */
            role: "moderator" | "organizer" | "speaker";
            /**
             * Format: uuid
             * @description The conference it is for; null for all.
             */
            conferenceId: string | null;
            /**
             * Format: uuid
             * @description The talk it is for; null for all talks of the conference.
             */
            talkId: string | null;
        };
        /** @description Confirm an e-mail address first */
        AddressRequiredProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/address-required";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This invitation no longer works */
        InvitationSpentProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/invitation-spent";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Choose a profile */
        PersonaChoiceRequiredProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/persona-choice-required";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Choose a name first */
        PersonaRequiredProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/persona-required";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description A list that is answered whole. */
        ApiTokenList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["ApiToken"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description `token` is there in the answer to its making and nowhere else. */
        ApiToken: {
            /**
             * Format: uuid
             * @description The id of the api token.
             */
            id: string;
            /** @description The owner's name for it. */
            name: string;
            /** @description The uses it is good for. */
            scopes: ("comments:write" | "moderate" | "organize" | "questions:write" | "read")[];
            /** @description The slug of the one conference it is good for. */
            conference: string | null;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            madeAt: string;
            /**
             * Format: date-time
             * @description Time when it stops working.
             */
            expiresAt: string;
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            usedOn: string | null;
        };
        ApiTokenRequest: {
            /** @description What its owner calls the program. */
            name: string;
            /** @description What the program may do. */
            scopes: ("read" | "comments:write" | "questions:write" | "moderate" | "organize")[];
            /** @description The id or slug of the one conference it is good for. */
            conferenceId?: string;
            /**
             * Format: date-time
             * @description Within a year; without it, the token ends in 90 days.
             */
            expiresAt?: string;
        };
        /** @description A token as its maker gets it, once. */
        NewApiToken: {
            /** @description The token itself; null in the answer to a repeated request. */
            token: string | null;
            /**
             * Format: uuid
             * @description The id of the api token.
             */
            id: string;
            /** @description The owner's name for it. */
            name: string;
            /** @description The uses it is good for. */
            scopes: ("comments:write" | "moderate" | "organize" | "questions:write" | "read")[];
            /** @description The slug of the one conference it is good for. */
            conference: string | null;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            madeAt: string;
            /**
             * Format: date-time
             * @description Time when it stops working.
             */
            expiresAt: string;
            /**
             * Format: date
             * @description The last day of use, in UTC.
             */
            usedOn: string | null;
        };
        /** @description A token cannot do more than you can */
        TokenExceedsRightProblem: {
            /** @description The scopes that its maker may not give, separated by commas. */
            scopes: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/token-exceeds-right";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description You have too many API tokens */
        TokensTooManyProblem: {
            /** @description The most that is taken. */
            limit: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/tokens-too-many";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        InvitationRequest: {
            /**
             * @description The right that the link gives.
             * @enum {string}
             */
            role: "speaker" | "moderator" | "organizer";
            /**
             * Format: uuid
             * @description The talk, for speakers; for moderators of one talk alone.
             */
            talkId?: string;
            /** @description Whom the link is for; only organizers see it, beside the grant. */
            name?: string;
            /** @description Where the link is mailed to. */
            email?: string;
        };
        /** @description An invitation that was made. */
        InvitationLink: {
            /** @description The link, shown once: the right goes to the first account that opens it. */
            url: string;
        };
        /** @description You do not have access to this */
        NotAllowedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/not-allowed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Too many invitations */
        InvitationsTooManyProblem: {
            /** @description The most that is taken. */
            limit: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/invitations-too-many";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Nothing was sent */
        InvitedTooOftenProblem: {
            /** @description The most that is taken. */
            limit: number;
            /** @description The lines of the list that name them, or the names of the speakers, separated by commas. */
            lines: string;
            /** @description Minutes to wait. */
            minutes: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/invited-too-often";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        OpenInvitationPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["OpenInvitation"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description An invitation that has not been opened, as organizers see it; never its link, of which only a hash is stored. */
        OpenInvitation: {
            /**
             * Format: uuid
             * @description The id of the invitation.
             */
            id: string;
            /**
             * @description The right it gives.
             * @enum {string}
             */
            role: "moderator" | "organizer" | "speaker";
            /**
             * Format: uuid
             * @description The talk it is for; null for all of the conference.
             */
            talkId: string | null;
            /** @description The name of the person it was made for; null where its maker gave none. */
            name: string | null;
            /**
             * @description `prepared`: a link, or an e-mail still to be sent; `returned`: the mail server refused it; `ended`: its maker may no longer invite. Whether an e-mail was opened is never known.
             * @enum {string}
             */
            state: "ended" | "prepared" | "returned" | "sent" | "taken";
            /**
             * Format: date-time
             * @description Time until which it can be opened.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Time when its e-mail was sent last; null for a link, and for an e-mail that has still to be sent.
             */
            mailedAt: string | null;
        };
        InvitationBatchRequest: {
            /** @description The people to invite, 1 to 200. */
            people: components["schemas"]["InvitedPersonRequest"][];
        };
        InvitedPersonRequest: {
            /** @description Where the invitation is mailed to. */
            email: string;
            /**
             * @description The right that it gives.
             * @enum {string}
             */
            role: "speaker" | "moderator" | "organizer";
            /** @description The talks, for speakers; for moderators of some talks alone. At most 50. */
            talkIds?: string[];
            /** @description Who it is for; only organizers see it. */
            name?: string;
        };
        /** @description A list that is answered whole. */
        OpenInvitationList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["OpenInvitation"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description The outcome of reminders. */
        Reminders: {
            /** @description Number of e-mails that go out. */
            sent: number;
            /** @description Number of those who were written to before and got nothing now. */
            alreadySent: number;
        };
        InvitedSpeakerPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["InvitedSpeaker"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A speaker of the programme and how their invitation fares; never an address or a link. */
        InvitedSpeaker: {
            /**
             * Format: uuid
             * @description The id of the speaker.
             */
            id: string;
            /** @description The name, as the programme writes it. */
            name: string;
            /** @description The ids of the speaker's confirmed talks. */
            talkIds: string[];
            /**
             * @description `ready`: an address is known and nothing was sent; `none`: no address is known; `prepared`: a link, or an e-mail still to be sent; `taken`: has come, for all talks.
             * @enum {string}
             */
            state: "none" | "prepared" | "ready" | "returned" | "sent" | "taken";
            /**
             * Format: date-time
             * @description Time when the invitation was mailed last, or is asked to be; null where none was.
             */
            mailedAt: string | null;
        };
        SpeakerAddressesRequest: {
            /** @description The speakers and their addresses, 1 to 500. */
            people: components["schemas"]["SpeakerAddressRequest"][];
        };
        SpeakerAddressRequest: {
            /**
             * Format: uuid
             * @description The speaker.
             */
            speakerId: string;
            /** @description Where the invitation is mailed to. */
            email: string;
        };
        SpeakerInvitationsRequest: {
            /**
             * @description An invitation to those whose address is known, a reminder to those who were mailed more than a day ago, or a test to oneself.
             * @enum {string}
             */
            kind: "invitation" | "reminder" | "test";
        };
        /** @description The outcome for the speakers who have not come. */
        SpeakerInvitations: {
            /** @description Number of speakers who got nothing because no address is known. */
            withoutAddress: number;
            /** @description Number of e-mails that go out. */
            sent: number;
            /** @description Number of those who were written to before and got nothing now. */
            alreadySent: number;
        };
        HeldGrantPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["HeldGrant"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A grant as organizers see it, under the name its invitation was made for, else under one persona of its holder. Only one, so that it does not tell which personas belong together. */
        HeldGrant: {
            /**
             * Format: uuid
             * @description The id of the grant.
             */
            id: string;
            /**
             * @description The part that its holder has.
             * @enum {string}
             */
            role: "moderator" | "organizer" | "speaker";
            /**
             * Format: uuid
             * @description The talk it is for; null for all talks of the conference.
             */
            talkId: string | null;
            /** @description The name of its holder; null where none is known in the conference. */
            name: string | null;
        };
        /** @description You cannot remove your own role */
        GrantOwnProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/grant-own";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        AuditPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Audit"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description An entry as organizers see it. Its account is shown by one persona or none, so that no entry tells which personas belong together. */
        Audit: {
            /**
             * Format: date-time
             * @description Time when it was done.
             */
            at: string;
            /** @description The right it was done with, such as `moderator`; `server` for what the forum did by itself. */
            role: string;
            /** @description The persona of its doer in the conference; null without one. */
            name: string | null;
            /** @description An act with a dot (`decision.withhold`), or the method and path of the route that did it. */
            action: string;
            /** @description The thing it was done to, by its id or slug; null without one. */
            subject: string | null;
        };
        CodeRequest: {
            /** @description Where the code is mailed to, at most 254 characters; never shown. */
            email: string;
        };
        /** @description The answer to a request for codes, the same for every address. */
        CodeAsked: {
            /**
             * @description Always true, also where no e-mail goes out.
             * @constant
             */
            sent: true;
        };
        /** @description One moment, please */
        ProofRequiredProblem: {
            /** @description The text to send back in `Sign-In-Proof`. */
            challenge: string;
            /** @description Number of zero bits that the SHA-256 has to begin with. */
            bits: number;
            /** @description Seconds after which the challenge alone is enough. */
            seconds: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/proof-required";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        SessionRequest: {
            /** @description Where the code was mailed to, at most 254 characters. */
            email?: string;
            /**
             * @description The code of the mail, as it was typed or pasted, at most 2000 characters.
             * @example K7QM-2XRP
             */
            code?: string;
            /** @description The part of the link behind the #, at most 200 characters. */
            token?: string;
        };
        /** @description The answer to a code or a link. */
        SessionAnswer: {
            /** @description The refusal of what had waited for this code; absent where nothing was refused. */
            refused?: components["schemas"]["ProblemDocument"];
            /** @description The comment or question that was refused, so that its author can correct it; absent without one. */
            kept?: {
                /**
                 * @description The kind that it was to be.
                 * @enum {string}
                 */
                kind: "comment" | "question";
                /** @description The text as it was typed. */
                body: string;
                /**
                 * Format: uuid
                 * @description The comment that it replies to; null for none.
                 */
                parentId: string | null;
                /** @description The name that it was to be said under. */
                name: string;
                /** @description Whether it was to be asked without a name. */
                anonymous: boolean;
                /**
                 * Format: uuid
                 * @description The id of the thread.
                 */
                threadId: string;
            };
            /** @description For the `Authorization` header, as `Bearer <token>`; shown once. */
            token: string;
            /**
             * Format: date-time
             * @description Time when it ends if it is not used again.
             */
            expiresAt: string;
        };
        /** @description A problem document (RFC 9457, application/problem+json). */
        ProblemDocument: {
            /** @description The kind of problem: the path of a page that says more, or `about:blank` for a fault of ours. */
            type: string;
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description The cause and the cure, for people; absent for a fault of ours. */
            detail?: string;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description The fault of each field of the request; absent for other problems. */
            errors?: components["schemas"]["InputError"][];
        } & {
            [key: string]: unknown;
        };
        InputError: {
            /** @description JSON Pointer as a fragment (RFC 6901, section 6): `#/body`, or `#/query/limit` for a query field. */
            pointer: string;
            /** @description The cure, in a sentence for people. */
            detail: string;
        };
        /** @description This link belongs to another browser */
        BrowserDiffersProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/browser-differs";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This code or link does not work */
        CodeRefusedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/code-refused";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description A list that is answered whole. */
        SessionList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["Session"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description `expiresAt` is when it ends if it is not used again. */
        Session: {
            /**
             * Format: uuid
             * @description The id of the session.
             */
            id: string;
            /**
             * Format: date-time
             * @description Time when it began.
             */
            begunAt: string;
            /**
             * Format: date-time
             * @description Time when it was last used, to the hour.
             */
            seenAt: string;
            /**
             * Format: date-time
             * @description Time when it ends if it is not used again.
             */
            expiresAt: string;
            /** @description Whether it is the session that asks. */
            current: boolean;
        };
        /** @description A session that has just begun; its cookie is set beside it. */
        NewSession: {
            /** @description For the `Authorization` header, as `Bearer <token>`; shown once. */
            token: string;
            /**
             * Format: date-time
             * @description Time when it ends if it is not used again.
             */
            expiresAt: string;
        };
        /** @description You already have a session */
        SignedInAlreadyProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/signed-in-already";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description A list that is answered whole. */
        PasskeyList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["Passkey"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        Passkey: {
            /**
             * Format: uuid
             * @description The id of the passkey.
             */
            id: string;
            /** @description The owner's name for the device; empty without one. */
            name: string;
            /**
             * Format: date
             * @description The day on which it was added, in UTC.
             */
            madeOn: string;
            /**
             * Format: date
             * @description The last day on which it was used, in UTC; null if it never was.
             */
            usedOn: string | null;
        };
        NewPasskeyRequest: {
            /** @description What its owner calls the device. */
            name?: string;
            /** @description PublicKeyCredential.toJSON() of navigator.credentials.create(). */
            answer: {
                [key: string]: unknown;
            };
        };
        /** @description This passkey does not work here */
        PasskeyRefusedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/passkey-refused";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 401;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON()` of a browser, whose answer `navigator.credentials.create()` gets as `publicKey` (Web Authentication Level 3, 5.1.9). */
        PasskeyCreation: {
            /** @description Random bytes in base64url, which the device signs; good once. */
            challenge: string;
            /** @description The forum, for which the passkey is good. */
            rp: {
                /** @description The host of the forum. */
                id?: string;
                /** @description The name of the forum. */
                name: string;
            };
            /** @description The account, for the device. */
            user: {
                /** @description A keyed hash of the account in base64url, which means nothing elsewhere. */
                id: string;
                /** @description The masked address, as a label. */
                name: string;
                /** @description The same again. */
                displayName: string;
            };
            /** @description The kinds of keys that are taken, the preferred ones first. */
            pubKeyCredParams: {
                /** @description The algorithm by its number in the COSE registry. */
                alg: number;
                /** @description Always `public-key`. */
                type: string;
            }[];
            /** @description Milliseconds that a browser may wait for the person. */
            timeout?: number;
            /** @description The device's statement about itself that is wanted: none. */
            attestation?: string;
            /** @description The passkeys that the account has, so that no device gets a second one. */
            excludeCredentials?: components["schemas"]["KnownCredential"][];
            /** @description The demands on the device. */
            authenticatorSelection?: {
                /** @description Whether the device keeps the account, so that nobody has to type it. */
                residentKey?: string;
                /** @description The same for browsers of Level 1. */
                requireResidentKey?: boolean;
                /** @description Whether the device asks its owner for a finger, a face or a code. */
                userVerification?: string;
            };
            /** @description Things that a browser is to answer beside. */
            extensions?: {
                /** @description Whether it is to say if the device keeps the account. */
                credProps?: boolean;
            };
            /** @description Kinds of devices that a browser is to offer first; empty for no wish. */
            hints?: string[];
        };
        /** @description A passkey by its id (Web Authentication Level 3, 5.8.3). */
        KnownCredential: {
            /** @description The id of the credential, in base64url. */
            id: string;
            /** @description Always `public-key`. */
            type: string;
        };
        /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON()` of a browser, whose answer `navigator.credentials.get()` gets as `publicKey` (Web Authentication Level 3, 5.1.10). */
        PasskeyChallenge: {
            /** @description Random bytes in base64url, which the device signs; good once. */
            challenge: string;
            /** @description The host of the forum. */
            rpId?: string;
            /** @description Milliseconds that a browser may wait for the person. */
            timeout?: number;
            /** @description Whether the device asks its owner for a finger, a face or a code. */
            userVerification?: string;
        };
        PasskeyRequest: {
            /** @description PublicKeyCredential.toJSON() of navigator.credentials.get(). */
            answer: {
                [key: string]: unknown;
            };
        };
        CommentRequest: {
            /** @description Markdown: emphasis, code, quotes, lists, links. */
            body: string;
            /**
             * Format: uuid
             * @description The comment this one answers.
             */
            parentId?: string | null;
            /**
             * Format: uuid
             * @description The face to speak with; may be left out by those who have one.
             */
            personaId?: string | null;
            /** @description Needed without a session. With one, the name of the first persona here, which is made with the comment; left aside by those who have one. */
            name?: string;
            /** @description Guests only; never shown. */
            email?: string;
        };
        /** @description A comment, a question or an answer, as everybody may see it. */
        Comment: {
            /**
             * Format: uuid
             * @description The id of the comment.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            threadId: string;
            /** @description The number that first made it public, its place for good; null until then. */
            seq: number | null;
            /** @description The number of its latest change; null until it is public. */
            changedSeq: number | null;
            /** @description The number of its wording: 1 as it was posted, one more with each edit. */
            revision: number;
            /**
             * @description A `question` asks the speaker and has a status; an `answer` settles one.
             * @enum {string}
             */
            kind: "answer" | "comment" | "question";
            /**
             * Format: uuid
             * @description The comment it replies to; of an answer, its question.
             */
            parentId: string | null;
            /**
             * Format: uuid
             * @description The top-level comment above it.
             */
            rootId: string | null;
            /** @description null: asked anonymously, or gone. */
            author: null | components["schemas"]["Author"];
            /**
             * @description Safe to show; empty while it is held, withheld or withdrawn.
             * @example <p>What is a head?</p>
             */
            html: string;
            /**
             * @description `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back by its author.
             * @enum {string}
             */
            state: "held" | "visible" | "withdrawn" | "withheld";
            /** @description Number of accounts that voted for it. */
            votes: number;
            /** @description Public replies at any depth, hidden ones too; 0 on a reply. */
            replyCount: number;
            /** @description The first three; in pages only. */
            replies?: components["schemas"]["Comment"][];
            /** @description The state of the question; absent where it is none. */
            question?: components["schemas"]["Question"];
            /**
             * Format: date-time
             * @description Time when it was posted.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Time when its text was last edited; null if it never was.
             */
            editedAt: string | null;
        };
        /** @description The persona that speaks, as it was called then. */
        Author: {
            /**
             * Format: uuid
             * @description The id of the persona.
             */
            id: string;
            /**
             * @description The name of the persona.
             * @example Ada
             */
            name: string;
            /** @description A path of this site. */
            avatarUrl: string;
            /** @description `author` in the discussion of their recap. */
            roles: ("author" | "moderator" | "organizer" | "speaker")[];
        };
        Question: {
            /**
             * @description `open`, `taken` by a speaker, or how it ended: `expired` is a question that nobody settled in time.
             * @enum {string}
             */
            status: "answered" | "declined" | "expired" | "merged" | "open" | "taken";
            /** @description The note beside a question: the answer given aloud, or why it was declined. Hidden whenever the question is. */
            reason?: string;
            /**
             * @description A moderator hid the note; `reason` is there beside it for moderators alone.
             * @constant
             */
            noteWithheld?: true;
            /**
             * Format: uuid
             * @description The comment that answers it; absent when it was answered aloud, and until it is.
             */
            answerId?: string;
            /**
             * Format: uuid
             * @description The question that stands for this one.
             */
            mergedInto?: string;
        };
        /** @description The answer to a guest: the words wait for the code that was mailed. */
        Pending: {
            /**
             * @description Always true.
             * @constant
             */
            pending: true;
        };
        /** @description You have just posted this */
        CommentDuplicateProblem: {
            /** @description Minutes for which the same text counts as sent twice. */
            minutes: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-duplicate";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This comment is no longer there */
        CommentGoneProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-gone";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description There is no speaker here to ask */
        QuestionsNotHereProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/questions-not-here";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This is not possible in the discussion right now */
        ThreadClosedProblem: {
            /** @description The state it is in, by the word that its own field has for it. */
            state: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/thread-closed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Not so fast */
        CommentFloodProblem: {
            /** @description Seconds to wait, as in `Retry-After`. */
            seconds: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-flood";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This discussion is in slow mode */
        CommentSlowedProblem: {
            /** @description Seconds to wait, as in `Retry-After`. */
            seconds: number;
            /** @description The reason for slow mode, as a moderator wrote it. */
            reason: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-slowed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This discussion is very busy */
        ThreadBusyProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/thread-busy";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 503;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Top-level comments with their first replies, and the number of their snapshot. */
        CommentsPage: {
            /** @description The number of the thread for which the page is true. */
            seq: number;
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Comment"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        Mine: {
            /** @description The ids of the comments that the caller voted for. */
            votes: string[];
            /** @description Whether the caller has no address, and what that leaves. */
            guest: boolean;
            /** @description The rights of the caller in the thread now. */
            may: {
                /** @description Whether the caller may vote. */
                vote: boolean;
                /** @description Whether the caller may comment and reply. */
                comment: boolean;
                /** @description Whether the caller may ask the speaker. */
                ask: boolean;
                /** @description Whether the caller may begin and end the live hour. */
                live: boolean;
                /** @description Whether the caller may see the speaker's desk. */
                desk: boolean;
                /** @description The ids of the comments whose text the caller may edit. */
                edit: string[];
                /** @description The ids of the comments that the caller may take back. */
                withdraw: string[];
            };
            /** @description The caller's own comments that wait for a moderator, with their text. */
            held: components["schemas"]["Comment"][];
            /** @description The ids of the caller's personas in the conference. */
            personas: string[];
        };
        /** @description The text of a comment as its author typed it. */
        Source: {
            /** @description The text, as Markdown. */
            body: string;
            /** @description The number of the wording, from 1. */
            revision: number;
            /** @description The version that the ETag names, before its dot. */
            version: string;
        };
        CommentChangeRequest: {
            /** @description All of it anew, in Markdown, 2 to 5000 characters. */
            body: string;
        };
        /** @description This can no longer be edited */
        CommentEditWindowClosedProblem: {
            /** @description Minutes for which a text may be edited. */
            minutes: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-edit-window-closed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Others already support this question */
        QuestionHasVotesProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/question-has-votes";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        CommentCodesRequest: {
            /** @description The address the comment was written with. */
            email: string;
        };
        /** @description The outcome of a vote. */
        Vote: {
            /** @description Whether the caller's vote counts now. */
            voted: boolean;
            /** @description Number of accounts that vote for the comment now. */
            votes: number;
        };
        /** @description You cannot vote for your own comment */
        VoteOwnProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/vote-own";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        QuestionRequest: {
            /** @description The question in Markdown, 2 to 500 characters. */
            body: string;
            /**
             * Format: uuid
             * @description The face to ask with; may be left out by those who have one.
             */
            personaId?: string | null;
            /**
             * @description Shows no persona; who asked is forgotten 30 days after the conference.
             * @default false
             */
            anonymous: boolean;
            /** @description Needed without a session, unless anonymous. With one, the name of the first persona here, which is made with the question; left aside by those who have one. */
            name?: string;
            /** @description Guests only; never shown. */
            email?: string;
        };
        /** @description A list that is answered whole. */
        CommentList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["Comment"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        KindRequest: {
            /**
             * @description What it is from now on.
             * @enum {string}
             */
            kind: "comment" | "question";
        };
        /** @description This cannot be turned into something else */
        CommentKindFixedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-kind-fixed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        Thread: {
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the conference.
             */
            conferenceId: string;
            /**
             * Format: uuid
             * @description The talk it is about; null for an open discussion of the conference and below a recap.
             */
            talkId: string | null;
            /** @description The last part of the address of its page, `/c/{conference}/t/{slug}`; never changes. */
            slug: string;
            /** @description The title of the talk, or that of the open discussion or the recap. */
            title: string;
            /**
             * @description The phase: nothing yet, `questions` alone, all while `open`, nothing any more; `locked` by a moderator.
             * @enum {string}
             */
            state: "archived" | "locked" | "open" | "questions" | "readonly" | "upcoming";
            /** @description The moderator's reason; null unless locked. */
            lockReason: string | null;
            /** @description Whether the live hour is on. */
            live: boolean;
            /**
             * @description The comments that wait for a moderator: all, the `first` ones of an account, or none.
             * @enum {string}
             */
            screening: "all" | "first" | "none";
            /** @description The slow mode; null while it is off. */
            slowMode: null | components["schemas"]["SlowMode"];
            /**
             * @description Rights of guests in its conference.
             * @enum {string}
             */
            guests: "ask-live" | "everything-held" | "nothing" | "vote";
            /**
             * Format: uuid
             * @description The announced comment; null without one.
             */
            announcementId: string | null;
            /**
             * Format: date-time
             * @description Time from which comments are taken beside questions: the start of its talk.
             */
            startsAt: string;
            /** @description The times at which it changes by itself. */
            phases: {
                /**
                 * Format: date-time
                 * @description Time from which it takes questions.
                 */
                opensAt: string;
                /**
                 * Format: date-time
                 * @description Time from which nobody may write or vote.
                 */
                readonlyAt: string;
                /**
                 * Format: date-time
                 * @description Time from which it is kept as it is, for good.
                 */
                archivedAt: string;
            };
            /** @description The number of its latest public change. */
            seq: number;
            /** @description Numbers of what readers see. */
            counts: {
                /** @description Visible comments, replies and answers. */
                comments: number;
                /** @description Visible questions, which the five numbers below add up to. */
                questions: number;
                /** @description Questions that were answered, in writing or aloud. */
                answered: number;
                /** @description Questions that were declined with a reason. */
                declined: number;
                /** @description Questions for which another one stands. */
                merged: number;
                /** @description Questions that were still open when the thread became read-only. */
                expired: number;
                /** @description Questions that are open or taken. */
                waiting: number;
            };
            /**
             * Format: date-time
             * @description Time of the last contribution; null before the first.
             */
            lastActivityAt: string | null;
        };
        /** @description Slow mode: seconds between two posts of one account; null is off. */
        SlowMode: {
            /** @description Seconds between two contributions of one account. */
            interval: number;
            /** @description The reason, as everybody reads it. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it ends by itself; null when a person ends it.
             */
            until: string | null;
        };
        AnswerRequest: {
            /** @description The answer in Markdown, 2 to 5000 characters. */
            body: string;
            /**
             * Format: uuid
             * @description The persona to answer with; may be left out by those who have one.
             */
            personaId?: string | null;
        };
        StatusRequest: {
            /**
             * @description What becomes of the question.
             * @enum {string}
             */
            status: "taken" | "open" | "answered" | "declined" | "merged";
            /** @description Needed to decline; it is published. */
            reason?: string;
            /** @description What was answered aloud, in a line; it is published. */
            note?: string;
            /**
             * Format: uuid
             * @description Needed to merge: the question that stands for this one from now on.
             */
            mergedInto?: string;
        };
        /** @description This question has changed in the meantime */
        QuestionSettledProblem: {
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/question-settled";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Another speaker is answering this question */
        QuestionTakenProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/question-taken";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        WithholdRequest: {
            /** @description The key of one of the rules of the conference. */
            rule: string;
            /** @description Why, in 2 to 1000 characters; its author reads it, and everybody in the ledger. */
            reason: string;
        };
        /** @description Somebody else has to decide this appeal */
        AppealOwnDecisionProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/appeal-own-decision";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Somebody else has to decide this */
        DecisionOwnProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/decision-own";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 403;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This is not possible for this comment any more */
        CommentWrongStateProblem: {
            /** @description The state it is in, by the word that its own field has for it. */
            state: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-wrong-state";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description The conference does not have this rule */
        RuleUnknownProblem: {
            /** @description The keys of the rules there are, separated by commas. */
            rules: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/rule-unknown";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        ReasonRequest: {
            /** @description Why, in 2 to 1000 characters. */
            reason: string;
        };
        ReleaseRequest: {
            /** @description The revision that was read. */
            revision: number;
            /** @description Why, in at most 1000 characters. */
            reason?: string;
        };
        /** @description The comment was edited after you opened it */
        CommentEditedSinceProblem: {
            /** @description The number of its wording now. */
            revision: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/comment-edited-since";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This is not possible for this note any more */
        NoteWrongStateProblem: {
            /** @description The state it is in, by the word that its own field has for it. */
            state: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/note-wrong-state";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description A claim of something in the queue. */
        Claim: {
            /**
             * Format: date-time
             * @description End of the claim, unless it is claimed again.
             */
            until: string;
        };
        /** @description Somebody else is looking at this */
        QueueClaimedProblem: {
            /**
             * Format: date-time
             * @description End of the claim, unless it is extended.
             */
            until: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/queue-claimed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        ThreadChangeRequest: {
            /**
             * @description Locks or unlocks it.
             * @enum {string}
             */
            state?: "open" | "locked";
            /** @description Needed to lock or unlock. */
            reason?: string;
            /**
             * @description null: as the conference.
             * @enum {string|null}
             */
            screening?: "none" | "first" | "all" | null;
            /** @description null: as the conference. */
            slowMode?: components["schemas"]["SlowModeRequest"] | null;
            /** @description Times of its own in place of those that follow from the talk. */
            phases?: components["schemas"]["PhasesRequest"];
            /** @description Its title, 1 to 300 characters. */
            title?: string;
        };
        SlowModeRequest: {
            /**
             * @description Seconds between two contributions of one account.
             * @enum {integer}
             */
            interval: 30 | 60 | 300 | 900 | 3600;
            /** @description Why, in 2 to 1000 characters; it is published. */
            reason: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null until it is turned off.
             */
            until?: string | null;
        };
        PhasesRequest: {
            /**
             * Format: date-time
             * @description From when questions may be asked.
             */
            opensAt?: string;
            /**
             * Format: date-time
             * @description From when nothing more is written.
             */
            readonlyAt?: string;
            /**
             * Format: date-time
             * @description From when it is archived.
             */
            archivedAt?: string;
        };
        QueueItemPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["QueueItem"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description An item of the queue, with its words, its surroundings and earlier decisions; never an address. */
        QueueItem: {
            /** @description The comment that waits, with its text; null for a recap, and for an appeal about a person. */
            comment: null | components["schemas"]["Comment"];
            /** @description The recap that waits, instead of a comment. */
            recap: null | components["schemas"]["Recap"];
            /** @description The title of its thread; null for an appeal about a person. */
            threadTitle: string | null;
            /** @description The slug of its thread; null for an appeal about a person. */
            threadSlug: string | null;
            /** @description The reason why it is held: `first`, `links`, `words`, `guest`, `standing`, `all` or `reports`; null while it is not. */
            heldBecause: string | null;
            /** @description The open reports of it, the oldest first; at most 20. */
            reports: components["schemas"]["QueueReport"][];
            /** @description The appeal that waits; absent for anything else. */
            appeal?: components["schemas"]["QueueAppeal"];
            /** @description The public comments that it replies to, from the top. */
            context: components["schemas"]["Comment"][];
            /** @description The latest decisions about other words of its persona; at most 5. */
            earlier: components["schemas"]["EarlierDecision"][];
            /** @description The moderator who looks at it now; absent without one. */
            claimedBy?: {
                /** @description The moderator's persona in the conference; empty without one. */
                name: string;
                /** @description Whether it is the caller. */
                isYou: boolean;
                /**
                 * Format: date-time
                 * @description End of the claim.
                 */
                until: string;
            };
            /**
             * Format: date-time
             * @description Time since which it waits.
             */
            since: string;
            /** @description False for the moderator's own words. */
            mayDecide: boolean;
        };
        Recap: {
            /**
             * Format: uuid
             * @description The id of the recap.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the conference.
             */
            conferenceId: string;
            /**
             * Format: uuid
             * @description The thread in which it is answered: its own, or the one that an official recap is about. Null until it is published.
             */
            threadId: string | null;
            /** @description The last part of its page's path; its id while its words are hidden. */
            slug: string;
            /** @description The title, as plain text. */
            title: string;
            /** @description null: official, or gone. */
            author: null | components["schemas"]["Author"];
            /** @description Whether it speaks for the conference: written by an organizer, or by a speaker of its talk. */
            isOfficial: boolean;
            /** @description The talks it speaks of, in order. */
            talkIds: string[];
            /** @description The number of the version that is shown, from 1. */
            version: number;
            /** @description Whether this version is public. */
            published: boolean;
            /**
             * Format: date-time
             * @description Time when this version was saved.
             */
            savedAt: string;
            /**
             * Format: date-time
             * @description Time when it was first public.
             */
            publishedAt: string | null;
            /**
             * @description `draft` was never public, `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back.
             * @enum {string}
             */
            state: "draft" | "held" | "published" | "withdrawn" | "withheld";
            /** @description The text as it was typed; empty while its words are hidden. */
            markdown: string;
            /** @description The ids of the comments that it quotes. */
            items: string[];
            /** @description The quotations as they may be shown now; hidden words are empty. */
            comments: components["schemas"]["Comment"][];
            /** @description The whole recap, to paste elsewhere. */
            html: string;
        };
        QueueReport: {
            /**
             * Format: uuid
             * @description The id of the report.
             */
            id: string;
            /** @description The key of the rule that is said to be broken. */
            rule: string;
            /** @description The reporter's words. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
        };
        QueueAppeal: {
            /**
             * Format: uuid
             * @description The id of the appeal.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            decisionId: string;
            /**
             * @description The party that asks for a second look: the author, or the reporter whose report was refused.
             * @enum {string}
             */
            party: "author" | "reporter";
            /** @description The appellant's words. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
            /** @description Whether the caller may decide it, which nobody may who decided first or is a party. */
            mayDecide: boolean;
            /** @description The decision that is appealed against. */
            decision: components["schemas"]["EarlierDecision"];
            /** @description The persona that the decision was about; null without one. */
            personaName: string | null;
        };
        /** @description An earlier decision about this persona in the conference. */
        EarlierDecision: {
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            id: string;
            /** @description The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
            kind: string;
            /** @description The key of the rule it rests on; null where it rests on none. */
            rule: string | null;
            /** @description The reason, as plain text. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
        };
        SanctionRequest: {
            /** @description The key of one of the rules of the conference. */
            rule: string;
            /** @description Why, in 2 to 1000 characters; its author reads it, and everybody in the ledger. */
            reason: string;
            /**
             * @description `mute`: may not write; `suspend`: may not take part.
             * @enum {string}
             */
            kind: "mute" | "suspend";
            /**
             * Format: date-time
             * @description When it ends by itself; a suspension without it is for good.
             */
            until?: string | null;
        };
        Sanction: {
            /**
             * Format: uuid
             * @description The id of the sanction.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            decisionId: string;
            /**
             * @description `mute` forbids every write in the conference; `suspend` also what is read in a session there.
             * @enum {string}
             */
            kind: "mute" | "suspend";
            /**
             * Format: date-time
             * @description Time when it ends by itself; null where it does not.
             */
            until: string | null;
        };
        EndRequest: {
            /** @description Why, in at most 1000 characters. */
            reason?: string;
        };
        /** @description The recap was published anew after you opened it */
        RecapEditedSinceProblem: {
            /** @description The number of the version now. */
            version: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/recap-edited-since";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This is not possible for this recap any more */
        RecapWrongStateProblem: {
            /** @description The state it is in, by the word that its own field has for it. */
            state: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/recap-wrong-state";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This report was already decided */
        ReportSettledProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/report-settled";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        AppealOutcomeRequest: {
            /**
             * @description Whether the decision stays.
             * @enum {string}
             */
            outcome: "upheld" | "reversed";
            /** @description Why, in 2 to 1000 characters; who appealed reads it. */
            reason: string;
        };
        AppealDecided: {
            /**
             * Format: uuid
             * @description The id of the appeal.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            decisionId: string;
            /**
             * Format: date-time
             * @description Time when it was decided.
             */
            decidedAt: string;
            /**
             * @description `upheld` is a decision that stands.
             * @enum {string}
             */
            outcome: "reversed" | "upheld";
            /** @description The reason, as plain text. */
            reason: string;
        };
        /** @description This appeal was already decided */
        AppealDecidedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/appeal-decided";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        RecapReleaseRequest: {
            /** @description The version that was read. */
            version: number;
            /** @description Why, in at most 1000 characters. */
            reason?: string;
        };
        ReportRequest: {
            /** @description The key of one of the rules of the conference. */
            rule: string;
            /** @description What is wrong with it, in 2 to 1000 characters; moderators read it. */
            reason: string;
            /** @description That you believe in good faith what you say; needed from guests. */
            goodFaith?: boolean;
            /** @description Guests only; never shown. */
            email?: string;
        };
        /** @description A report that was made. */
        Receipt: {
            /**
             * Format: uuid
             * @description The key by which its status is read; its reporter alone knows it.
             */
            receipt: string;
        };
        /** @description This recap is no longer there */
        RecapGoneProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/recap-gone";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description You cannot report your own comment */
        ReportOwnProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/report-own";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Ten of your reports are still open */
        ReportsOpenProblem: {
            /** @description Most reports of one person that may be open. */
            most: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/reports-open";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description One report a day for now */
        ReportsLimitedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/reports-limited";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 429;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        ReportStatus: {
            /**
             * @description `decided` had a consequence, `dismissed` had none; `open` waits for a moderator.
             * @enum {string}
             */
            status: "decided" | "dismissed" | "open";
            /**
             * Format: date-time
             * @description Time when the report was made.
             */
            at: string;
            /**
             * Format: date-time
             * @description Time when it was decided; absent while it is open.
             */
            decidedAt?: string;
            /** @description The reason of the decision; absent while it is open, and where nothing was written. */
            reason?: string;
        };
        OwnReportPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["OwnReport"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A report for its reporter, with the way to an appeal. */
        OwnReport: {
            /**
             * Format: uuid
             * @description The key by which its status is read.
             */
            receipt: string;
            /** @description The key of the rule that was said to be broken. */
            rule: string;
            /**
             * Format: uuid
             * @description The decision that answered it, by which it is appealed; absent while it is open.
             */
            decisionId?: string;
            /**
             * @description `decided` had a consequence, `dismissed` had none; `open` waits for a moderator.
             * @enum {string}
             */
            status: "decided" | "dismissed" | "open";
            /**
             * Format: date-time
             * @description Time when the report was made.
             */
            at: string;
            /**
             * Format: date-time
             * @description Time when it was decided; absent while it is open.
             */
            decidedAt?: string;
            /** @description The reason of the decision; absent while it is open, and where nothing was written. */
            reason?: string;
        };
        StatementPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Statement"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A statement of reasons (DSA, article 17): what was done, for how long, on what ground, how it came about, how to appeal. */
        Statement: {
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            decisionId: string;
            /**
             * Format: uuid
             * @description The comment it is about; null for one about a recap or a person.
             */
            commentId: string | null;
            /**
             * Format: uuid
             * @description The recap it is about, instead of a comment.
             */
            recapId: string | null;
            /**
             * Format: date-time
             * @description Time when its effect ends by itself; null where it does not.
             */
            until: string | null;
            /**
             * Format: date-time
             * @description End of the time for an appeal; null where there is none, and once it was taken back.
             */
            appealUntil: string | null;
            /** @description Whether a report led to it. */
            isFromReport: boolean;
            /** @description Whether the forum made it by itself, without a person. */
            isAutomated: boolean;
            /**
             * Format: uuid
             * @description The decision that took it back; absent while it stands.
             */
            reversedBy?: string;
            /** @description The reader's own appeal against it; absent without one. */
            appeal?: components["schemas"]["AppealState"];
            /** @description The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
            kind: string;
            /** @description The key of the rule it rests on; null where it rests on none. */
            rule: string | null;
            /** @description The reason, as plain text. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
        };
        AppealState: {
            /**
             * Format: uuid
             * @description The id of the appeal.
             */
            id: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
            /**
             * @description `upheld` is a decision that stands; absent while the appeal waits.
             * @enum {string}
             */
            outcome?: "reversed" | "upheld";
            /** @description The reason, as the one who decided wrote it; absent while the appeal waits. */
            reason?: string;
        };
        Appeal: {
            /**
             * Format: uuid
             * @description The id of the appeal.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            decisionId: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
        };
        /** @description You have already appealed */
        AppealMadeProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/appeal-made";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description It is too late to appeal */
        AppealTooLateProblem: {
            /** @description Days within which a decision may be appealed. */
            days: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/appeal-too-late";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This decision cannot be appealed */
        DecisionFinalProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/decision-final";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        LedgerLinePage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["LedgerLine"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        LedgerLine: {
            /**
             * Format: uuid
             * @description The id of the decision.
             */
            id: string;
            /** @description The role of its maker: `moderator`, `organizer`, or `server` for what the forum did by itself. */
            role: string;
            /**
             * Format: uuid
             * @description The thread it is about, or whose comment it is about; null for one about a person.
             */
            threadId: string | null;
            /**
             * Format: uuid
             * @description The recap it was about, answered in that thread; not there for other decisions.
             */
            recapId?: string;
            /**
             * Format: date-time
             * @description Time when its effect ends by itself; absent where it does not.
             */
            until?: string;
            /**
             * Format: uuid
             * @description The decision that it takes back; absent for any other.
             */
            reverses?: string;
            /**
             * Format: uuid
             * @description The decision that took it back; absent while it stands.
             */
            reversedBy?: string;
            /** @description The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
            kind: string;
            /** @description The key of the rule it rests on; null where it rests on none. */
            rule: string | null;
            /** @description The reason, as plain text. */
            reason: string;
            /**
             * Format: date-time
             * @description Time when it was made.
             */
            at: string;
        };
        /** @description The report of a year, as far as the forum can fill it. */
        TransparencyReport: {
            /** @description The host of the forum, or the title of the conference. */
            service: string;
            /** @description The calendar year. */
            year: number;
            /**
             * Format: date
             * @description The first day of the report.
             */
            starts: string;
            /**
             * Format: date
             * @description The last day of the report, included.
             */
            ends: string;
            /** @description Whether the year is over; before that, its numbers are those so far. */
            isOver: boolean;
            /** @description The files of the template. */
            files: components["schemas"]["ReportedFile"][];
        };
        /** @description A file of the report: how many of its cells have a value, and why the others have none. */
        ReportedFile: {
            /** @description The name of the file, as the template has it. */
            name: string;
            /** @description Number of its cells that have a value. */
            filled: number;
            /** @description The empty cells, by the reason why they are. */
            empty: components["schemas"]["EmptyCells"][];
        };
        /** @description Cells of a file that are empty for one reason. */
        EmptyCells: {
            /** @description The reason as a word. */
            reason: string;
            /** @description The reason in a sentence. */
            text: string;
            /** @description Names of the cells in the file: their columns, or the indicators of their rows. */
            cells: string[];
            /** @description Number of the cells. */
            count: number;
        };
        /** @description An answer of the changes protocol (see the API's documentation): what changed after `from`. */
        Changes: {
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            threadId: string;
            /** @description The number that was asked from. */
            from: number;
            /** @description The number to ask from next. */
            to: number;
            /** @description Comments changed since `from`, as they are now and without `replies`, by `changedSeq`. */
            comments: components["schemas"]["Comment"][];
            /** @description The thread as it is now; null when nothing happened since `from`. */
            thread: null | components["schemas"]["Thread"];
            /** @description Whether more changes follow: ask again from `to`. */
            more: boolean;
            /** @description Whether `from` says nothing any more: forget all that is held, and load the thread anew. */
            reset: boolean;
        };
        CommentPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Comment"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A list that is answered whole. */
        RevisionList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["Revision"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description An earlier wording of a comment that was public. */
        Revision: {
            /** @description The number of the wording, from 1. */
            revision: number;
            /** @description The wording, safe to show. */
            html: string;
            /**
             * Format: date-time
             * @description Time when it was posted, or edited to this.
             */
            writtenAt: string;
        };
        ConferencePage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Conference"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A conference, as everybody may see it. */
        Conference: {
            /**
             * Format: uuid
             * @description The id of the conference.
             */
            id: string;
            /** @description The short name in addresses, `/c/{slug}`; taken wherever the id is. */
            slug: string;
            /** @description The name, with the year if it has one. */
            title: string;
            /** @description The conference's own site; null without one. */
            url: string | null;
            /**
             * @description The language of the conference, as a BCP 47 tag.
             * @enum {string}
             */
            locale: "en" | "fr";
            /** @description The IANA zone of its days and its phases, such as `Europe/Paris`. */
            timeZone: string;
            /**
             * Format: date
             * @description The first day.
             */
            startsOn: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            endsOn: string;
            /**
             * @description The phase by the clock: threads take posts until `readonly`, and stay as they are once `archived`.
             * @enum {string}
             */
            phase: "after" | "archived" | "before" | "during" | "readonly";
            /** @description The public settings. */
            settings: components["schemas"]["PublicSettings"];
            /** @description The colour, images and font. */
            brand: components["schemas"]["Brand"];
            /** @description Numbers of what there is to read. */
            counts: {
                /** @description The talks of its programme. */
                talks: number;
                /** @description The discussions, with or without a talk. */
                threads: number;
            };
        };
        /** @description The settings that everybody may see. */
        PublicSettings: {
            /** @description The place where people meet, as a name with its address; null when they meet online, or nobody has said where. */
            venue: string | null;
            /**
             * @description The comments that wait for a moderator, unless the thread says otherwise: all, an account's `first`, or none.
             * @enum {string}
             */
            screening: "all" | "first" | "none";
            /** @description The slow mode of threads that have none of their own; null is off. */
            slowMode: null | components["schemas"]["SlowMode"];
            /** @description Hours before a talk from which its thread takes questions. */
            opensHoursBefore: number;
            /** @description Days after the conference's last day. */
            readonlyAfterDays: number;
            /** @description Days after the conference's last day from which its threads stay as they are. */
            archiveAfterDays: number;
            /**
             * @description Permission of search engines to list its pages.
             * @enum {string}
             */
            robots: "index" | "noindex";
            /** @description The address of its archive once it is over. */
            archiveUrl: string | null;
            /** @description Sites that may show its threads in a frame, as origins: scheme, host and port. */
            embedSites: string[];
            /** @description The rules, which reports and decisions name by key. */
            rules: components["schemas"]["Rule"][];
            /**
             * @description The rights of people without an address.
             * @enum {string}
             */
            guests: "ask-live" | "everything-held" | "nothing" | "vote";
        };
        /** @description A rule of a conference: in the conference's language, and in others as far as its organizers wrote them. */
        Rule: {
            /** @description By which decisions cite it. */
            key: string;
            /** @description In other languages, as far as its organizers wrote them. */
            translations?: components["schemas"]["RuleTranslations"];
            /** @description The rule in a line. */
            title: string;
            /** @description What it means, in some lines; empty or absent where the title says all. */
            text?: string;
        };
        RuleTranslations: {
            /** @description In French. */
            fr?: components["schemas"]["RuleWording"];
            /** @description In English. */
            en?: components["schemas"]["RuleWording"];
        };
        /** @description How a rule is worded in one language. */
        RuleWording: {
            /** @description The rule in a line. */
            title: string;
            /** @description What it means, in some lines; empty or absent where the title says all. */
            text?: string;
        };
        /** @description The looks of a conference. The URL of an image changes with it. */
        Brand: {
            /** @description As the organizers gave it, `#rrggbb`; null for the forum's own. */
            accent: string | null;
            /**
             * @description Whether the stage view, which is for projectors, is light or dark.
             * @enum {string}
             */
            stageTheme: "dark" | "light";
            /**
             * @description `inter`, which the server brings, or the `system` font of each device.
             * @enum {string}
             */
            font: "inter" | "system";
            /** @description A path of this site; null without a logo. */
            logoUrl: string | null;
            /** @description For dark backgrounds; null where the other is used there too. */
            logoDarkUrl: string | null;
            /** @description A path of this site; null without a cover. */
            coverUrl: string | null;
            /** @description Made of the logo, for the tab of a browser; null where the logo is too wide for it. */
            iconUrl: string | null;
        };
        TalkPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Talk"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        Talk: {
            /**
             * Format: uuid
             * @description The id of the talk.
             */
            id: string;
            /** @description The id in the programme it came from, in any form, unique in the conference. */
            guid: string;
            /** @description The talk's short name in exported schedules, unique in the conference. */
            slug: string;
            /** @description The title, as plain text. */
            title: string;
            /** @description A line below the title; empty without one. */
            subtitle: string;
            /** @description The abstract, safe to show; empty without one. */
            abstractHtml: string;
            /** @description The language it is held in, as the programme writes it; empty when it does not say. */
            language: string;
            /** @description The track as the programme writes it; empty without one. */
            track: string;
            /** @description The room of its first slot; empty without one. */
            room: string;
            /**
             * Format: date-time
             * @description Start of its first slot; null while that is not known.
             */
            startsAt: string | null;
            /** @description Minutes that its first slot takes; 0 when that is not known. */
            durationMinutes: number;
            /**
             * @description A cancelled talk keeps its thread.
             * @enum {string}
             */
            status: "cancelled" | "confirmed";
            /** @description The page in the programme it came from; null without one. */
            url: string | null;
            /** @description Whether its speakers ask not to be recorded. */
            doNotRecord: boolean;
            /** @description The licence of its recording, as the programme writes it; empty without one. */
            licence: string;
            /** @description Links from its programme, and those that were added here. */
            links: components["schemas"]["TalkLink"][];
            /** @description Files of its programme, which stay where they are. */
            attachments: components["schemas"]["TalkLink"][];
            /** @description All its times and places, in order; empty while it has none. */
            slots: components["schemas"]["Slot"][];
            /** @description The speakers, in the order of the programme. */
            speakers: components["schemas"]["Speaker"][];
            /**
             * Format: uuid
             * @description The thread of the talk; null until it is made.
             */
            threadId: string | null;
        };
        /** @description A link of a talk, or a file. */
        TalkLink: {
            /** @description The link in words. */
            title: string;
            /** @description A web address. */
            url: string;
            /** @description The programme's name for links of this kind; mostly empty. */
            kind: string;
        };
        Slot: {
            /**
             * Format: date-time
             * @description Start of the slot.
             */
            startsAt: string;
            /** @description Minutes it takes; 0 when that is not known. */
            durationMinutes: number;
            /** @description The room as the programme writes it; empty without one. */
            room: string;
        };
        Speaker: {
            /**
             * Format: uuid
             * @description The id of the speaker.
             */
            id: string;
            /** @description The name, as the programme writes it. */
            name: string;
            /** @description The biography in the programme, safe to show; empty without one. */
            bioHtml: string;
        };
        ThreadPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Thread"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        SearchResults: {
            /** @description Whether the query has only words that are in any sentence of the language, so that it finds nothing. */
            onlyCommonWords: boolean;
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["SearchHit"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        SearchHit: {
            /** @description The comment that was found. */
            comment: components["schemas"]["Comment"];
            /** @description The title of its thread. */
            threadTitle: string;
            /** @description The words around the find, safe to show, with what was found in `mark` elements. */
            excerptHtml: string;
        };
        /** @description An author as shown under a recap and on their page: one persona in one conference, nothing beyond it. */
        AuthorProfile: {
            /**
             * Format: uuid
             * @description The id of the conference.
             */
            conferenceId: string;
            /** @description Of the page `/c/{conference}/by/{slug}`. */
            slug: string;
            /** @description A line below the name; empty without one. */
            tagline: string;
            /**
             * @description Safe to show; empty without one.
             * @example <p>I teach, and I <strong>take notes</strong>.</p>
             */
            biographyHtml: string;
            /** @description Whether the author lets the page list their comments. */
            showsComments: boolean;
            /** @description Whether the author lets search engines find the page. */
            isIndexed: boolean;
            /**
             * Format: uuid
             * @description The id of the persona.
             */
            id: string;
            /**
             * @description The name of the persona.
             * @example Ada
             */
            name: string;
            /** @description A path of this site. */
            avatarUrl: string;
            /** @description `author` in the discussion of their recap. */
            roles: ("author" | "moderator" | "organizer" | "speaker")[];
        };
        AuthoredCommentPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["AuthoredComment"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A comment on the page of its author, with the thread in which it stands. */
        AuthoredComment: {
            /** @description The author's comment. */
            comment: components["schemas"]["Comment"];
            /** @description The title of its thread. */
            threadTitle: string;
            /** @description The slug of its thread. */
            threadSlug: string;
        };
        RecapRequest: {
            /** @description Markdown as in comments, with headings of two levels. A line that says only [1] is where the first quotation stands; those without a place come last. A line or heading that holds only the link of a talk is its card. */
            markdown: string;
            /** @description The comments it quotes, in order. */
            items: string[];
            /** @description false keeps a draft beside what is published; publishing an empty recap takes it back. */
            published: boolean;
        };
        /** @description A list that is answered whole. */
        RecapVersionList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["RecapVersion"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        RecapVersion: {
            /** @description The number of the version, from 1. */
            version: number;
            /** @description Whether it was published when it was saved. */
            published: boolean;
            /**
             * Format: date-time
             * @description Time when it was saved.
             */
            savedAt: string;
        };
        RecapPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Recap"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        NewRecapRequest: {
            /** @description Its title, 1 to 200 visible characters. */
            title: string;
            /** @description Markdown as in comments, with headings of two levels. A line that says only [1] is where the first quotation stands; those without a place come last. A line or heading that holds only the link of a talk is its card. */
            markdown: string;
            /** @description The comments it quotes, in order; without it none. */
            items?: string[];
            /**
             * @description false keeps a draft that only its author sees.
             * @default false
             */
            published: boolean;
            /**
             * Format: uuid
             * @description The persona to speak with; may be left out by those who have one.
             */
            personaId?: string | null;
        };
        /** @description This conference is archived */
        ConferenceArchivedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/conference-archived";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description You cannot write another recap of this conference */
        RecapsTooManyProblem: {
            /** @description The most that is taken. */
            limit: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/recaps-too-many";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        RecapChangeRequest: {
            /** @description Its title, 1 to 200 visible characters. */
            title?: string;
            /** @description Markdown as in comments, with headings of two levels. A line that says only [1] is where the first quotation stands; those without a place come last. A line or heading that holds only the link of a talk is its card. */
            markdown?: string;
            /** @description The comments it quotes, in order. */
            items?: string[];
            /** @description true publishes this version, false keeps it as a draft; without it as the newest version is. */
            published?: boolean;
            /**
             * Format: uuid
             * @description Another persona to speak with; only of a draft.
             */
            personaId?: string | null;
        };
        /** @description A list that is answered whole. */
        FigureDeclarationList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["FigureDeclaration"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description A figure as it is declared, in the reader's language. */
        FigureDeclaration: {
            /** @description The name in its address; never changes. */
            name: string;
            /** @description The question that it answers. */
            question: string;
            /** @description The things that are counted. */
            numerator: string;
            /** @description The whole that it is out of. */
            denominator: string;
            /** @description The windows in which it is counted: conference, day, talk. */
            window: string;
            /** @description People and things that are left out. */
            leftOut: string;
            /** @description The way it is counted, in words. */
            formula: string;
            /** @description The formula as the statement that counts it. */
            sql: string;
            /** @description The conclusions that it does not allow. */
            doesNotTell: string;
        };
        /** @description A figure in one window, as of a moment. */
        Figure: {
            /** @description The name in its address; never changes. */
            name: string;
            /** @description The question that it answers. */
            question: string;
            /** @description The numbers in a sentence. */
            sentence: string;
            /** @description The numerator; null where it is not shown. */
            value: number | null;
            /** @description The number that `value` is out of; null where it is not shown. */
            denominator: number | null;
            /** @description Whether `value` is held back, because fewer than five people stand behind it or it would give such a number away. */
            suppressed: boolean;
            /** @description The groups that what is counted falls into. */
            parts: components["schemas"]["FigurePart"][];
            /** @description Measures beside the counts, such as a median in minutes, by name. */
            measures: {
                [key: string]: number | null;
            };
            /** @description The window in words: the title of the conference or the talk, or the day. */
            window: string;
            /** @description People and things that are left out. */
            leftOut: string;
            /** @description The way it is counted, in words. */
            formula: string;
            /** @description The conclusions that it does not allow. */
            doesNotTell: string;
            /**
             * Format: date-time
             * @description For when the numbers are true.
             */
            asOf: string;
        };
        /** @description One of the groups that a figure's things fall into. */
        FigurePart: {
            /** @description The name of the group; never changes. */
            name: string;
            /** @description The name for people, in their language. */
            label: string;
            /** @description Null where it is not shown. */
            value: number | null;
            /** @description Set where fewer than five people stand behind it, or where it would give such a number away. */
            suppressed: boolean;
        };
        Desk: {
            /** @description The latest number of the thread, public or not. */
            n: number;
            /** @description The questions that wait, the most wanted first; at most 200. */
            questions: components["schemas"]["DeskQuestion"][];
            /** @description For moderators: held comments, without their own, which others decide about. */
            held: components["schemas"]["Comment"][];
            /** @description Number of open questions. */
            open: number;
            /** @description Number of questions that a speaker has taken. */
            taken: number;
            /** @description Questions that can be opened again, and those answered aloud with a note; the latest first. Moderators read hidden notes too. */
            settled: components["schemas"]["Comment"][];
            /** @description The ids of the questions taken by the account that reads. */
            mine: string[];
        };
        /** @description A waiting question. */
        DeskQuestion: {
            /** @description Number of its votes that are by guests. */
            guestVotes: number;
            /**
             * Format: uuid
             * @description The id of the comment.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            threadId: string;
            /** @description The number that first made it public, its place for good; null until then. */
            seq: number | null;
            /** @description The number of its latest change; null until it is public. */
            changedSeq: number | null;
            /** @description The number of its wording: 1 as it was posted, one more with each edit. */
            revision: number;
            /**
             * @description A `question` asks the speaker and has a status; an `answer` settles one.
             * @enum {string}
             */
            kind: "answer" | "comment" | "question";
            /**
             * Format: uuid
             * @description The comment it replies to; of an answer, its question.
             */
            parentId: string | null;
            /**
             * Format: uuid
             * @description The top-level comment above it.
             */
            rootId: string | null;
            /** @description null: asked anonymously, or gone. */
            author: null | components["schemas"]["Author"];
            /**
             * @description Safe to show; empty while it is held, withheld or withdrawn.
             * @example <p>What is a head?</p>
             */
            html: string;
            /**
             * @description `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back by its author.
             * @enum {string}
             */
            state: "held" | "visible" | "withdrawn" | "withheld";
            /** @description Number of accounts that voted for it. */
            votes: number;
            /** @description Public replies at any depth, hidden ones too; 0 on a reply. */
            replyCount: number;
            /** @description The first three; in pages only. */
            replies?: components["schemas"]["Comment"][];
            /** @description The state of the question; absent where it is none. */
            question?: components["schemas"]["Question"];
            /**
             * Format: date-time
             * @description Time when it was posted.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Time when its text was last edited; null if it never was.
             */
            editedAt: string | null;
        };
        /** @description A list that is answered whole. */
        WaitingTalkList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["WaitingTalk"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        WaitingTalk: {
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            threadId: string;
            /**
             * Format: uuid
             * @description The id of the talk.
             */
            talkId: string;
            /** @description The title of the talk. */
            title: string;
            /** @description The page of its thread, as a path of this site. */
            path: string;
            /** @description Number of its open questions. */
            open: number;
            /** @description Number of its questions that a speaker has taken. */
            taken: number;
            /** @description The questions that wait, the most wanted first; at most 10. */
            questions: components["schemas"]["Comment"][];
        };
        OwnQuestionPage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["OwnQuestion"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A question of the caller's own, with its text also while others do not see it. */
        OwnQuestion: {
            /**
             * Format: uuid
             * @description The id of the comment.
             */
            id: string;
            /**
             * Format: uuid
             * @description The id of the thread.
             */
            threadId: string;
            /** @description The number that first made it public, its place for good; null until then. */
            seq: number | null;
            /** @description The number of its latest change; null until it is public. */
            changedSeq: number | null;
            /** @description The number of its wording: 1 as it was posted, one more with each edit. */
            revision: number;
            /**
             * @description A `question` asks the speaker and has a status; an `answer` settles one.
             * @enum {string}
             */
            kind: "answer" | "comment" | "question";
            /**
             * Format: uuid
             * @description The comment it replies to; of an answer, its question.
             */
            parentId: string | null;
            /**
             * Format: uuid
             * @description The top-level comment above it.
             */
            rootId: string | null;
            /** @description null: asked anonymously, or gone. */
            author: null | components["schemas"]["Author"];
            /**
             * @description Safe to show; empty while it is held, withheld or withdrawn.
             * @example <p>What is a head?</p>
             */
            html: string;
            /**
             * @description `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back by its author.
             * @enum {string}
             */
            state: "held" | "visible" | "withdrawn" | "withheld";
            /** @description Number of accounts that voted for it. */
            votes: number;
            /** @description Public replies at any depth, hidden ones too; 0 on a reply. */
            replyCount: number;
            /** @description The first three; in pages only. */
            replies?: components["schemas"]["Comment"][];
            /** @description The state of the question; absent where it is none. */
            question?: components["schemas"]["Question"];
            /**
             * Format: date-time
             * @description Time when it was posted.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Time when its text was last edited; null if it never was.
             */
            editedAt: string | null;
            /** @description The page of its thread, as a path of this site. */
            path: string;
            /** @description The IANA zone of its conference. */
            timeZone: string;
        };
        ClosingLetterRequest: {
            /** @description Whether to get one letter when the conference is archived. */
            wanted: boolean;
        };
        ClosingEmail: {
            /** @description Whether the caller gets an e-mail when the conference is archived. */
            wanted: boolean;
        };
        NoticePage: {
            /** @description The things of this page, in the order of the list. */
            items: components["schemas"]["Notice"][];
            /** @description The `cursor` of the next page; null on the last one. */
            next: string | null;
        };
        /** @description A notice that concerned an account, and its outcome. */
        Notice: {
            /**
             * Format: uuid
             * @description The id of the notice.
             */
            id: string;
            /**
             * @description `decision`: about oneself or about one's report; `passkey-added`, `passkey-removed`: such e-mails cannot be ended. `archived`: a conference of which one had asked to be told.
             * @enum {string}
             */
            kind: "answered" | "archived" | "decision" | "declined" | "expired" | "followed-answer" | "followed-link" | "followed-recap" | "merged" | "passkey-added" | "passkey-removed" | "queue" | "reply" | "waiting";
            /**
             * Format: date-time
             * @description Time when it happened.
             */
            at: string;
            /** @description Of the thread or the conference; empty where nobody may read it now, and without one. */
            title: string;
            /** @description The page it is about; null where nobody may read it now. */
            url: string | null;
            /**
             * @description `waiting`: not decided yet; `sent`: by an e-mail of its own; `digest`: in one; `held`: not sent; `void`: what it was about was hidden.
             * @enum {string}
             */
            fate: "digest" | "held" | "sent" | "void" | "waiting";
            /**
             * @description The reason why it waits, waited before it was sent, or was not sent; null for an e-mail at once.
             * @enum {string|null}
             */
            rule: "budget" | "collect" | "daily" | "digest" | "hidden" | "kind" | "no-digest" | "over" | "pause" | "refused" | "seen" | "settled" | "undelivered" | null;
            /**
             * Format: date-time
             * @description Time when the e-mail left that holds it; null without one.
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @description Time at which it is considered next; null once it is decided.
             */
            dueAt: string | null;
        };
        Following: {
            /** @description Whether the caller follows the thread now. */
            following: boolean;
        };
        /** @description This address is taken */
        SlugTakenProblem: {
            /** @description The slug that is taken. */
            slug: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/slug-taken";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description A list that is answered whole. */
        ImportList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["Import"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description An import that changed the programme. */
        Import: {
            /**
             * Format: uuid
             * @description The id by which it is undone.
             */
            id: string;
            /**
             * Format: date-time
             * @description Time when it was done.
             */
            at: string;
            /** @description The name of the organizer in the conference; null for the operator's command, and without a profile. */
            by: string | null;
            /** @description Null when the file came without a name. */
            fileName: string | null;
            /**
             * Format: date-time
             * @description Null while it counts.
             */
            undoneAt: string | null;
            /** @description Number of new talks. */
            added: number;
            /** @description Number of talks that change in more than times and rooms. */
            changed: number;
            /** @description Number of talks that change in nothing but times and rooms. */
            moved: number;
            /** @description Number of talks that are cancelled. */
            cancelled: number;
            /** @description Number of talks that stay as they are. */
            unchanged: number;
        };
        /** @description Numbers of talks, and problems found. */
        ImportReport: {
            /** @description The change of each talk, the unchanged ones last; the first 500. */
            changes: components["schemas"]["TalkChange"][];
            /** @description Number of talks in the report, also of those that are not listed. */
            changeCount: number;
            /** @description The first 200 of them. */
            problems: components["schemas"]["ScheduleProblem"][];
            /** @description Number of problems, also of those that are not listed. */
            problemCount: number;
            /** @description Fields of the file that no import reads, with their counts. */
            notUnderstood: components["schemas"]["UnreadField"][];
            /** @description Questions to the organizer, for the page and the API; the first 200 of them. */
            questions: components["schemas"]["AskedQuestion"][];
            /** @description Number of questions, also of those that are not listed. */
            questionCount: number;
            /** @description The columns of a sheet, with what they were read as and some of their cells. */
            columns: components["schemas"]["SheetColumn"][];
            /** @description Speakers whose address the sheet names, masked; the first 200. */
            emails: {
                /** @description The name of the speaker. */
                speaker: string;
                /** @description The first letter, and the domain. */
                emailMasked: string;
            }[];
            /**
             * Format: uuid
             * @description Of an import that changed the programme, by which it can be undone; null otherwise.
             */
            importId: string | null;
            /** @description Number of new talks. */
            added: number;
            /** @description Number of talks that change in more than times and rooms. */
            changed: number;
            /** @description Number of talks that change in nothing but times and rooms. */
            moved: number;
            /** @description Number of talks that are cancelled. */
            cancelled: number;
            /** @description Number of talks that stay as they are. */
            unchanged: number;
        };
        /** @description The effect of an import on one talk. */
        TalkChange: {
            /**
             * @description The change of the talk; `moved` changes its times and rooms alone.
             * @enum {string}
             */
            kind: "added" | "cancelled" | "changed" | "moved" | "unchanged";
            /**
             * Format: uuid
             * @description Null for a talk that a dry run would add.
             */
            talkId: string | null;
            /** @description The id in the programme. */
            guid: string;
            /** @description The title, as it becomes. */
            title: string;
            /** @description The fields that change. */
            fields: components["schemas"]["FieldChange"][];
            /** @description Fields that were changed by hand and stay: `from` stays, `to` is what the file says; when an import is undone, what was there before it. */
            kept: components["schemas"]["FieldChange"][];
            /**
             * @description The reason why a talk stays that an undone import had added; null for any other.
             * @enum {string|null}
             */
            staysBecause: "changes" | "comments" | "people" | null;
        };
        FieldChange: {
            /** @description The name of the field, such as `room` or `startsAt`. */
            name: string;
            /** @description The value before; null where there was none, and for a new talk. */
            from: boolean | null | string | number;
            /** @description The value after; null where there is none. */
            to: boolean | null | string | number;
        };
        ScheduleProblem: {
            /** @description The place in the file. */
            place: string;
            /** @description The fault, and what was done about it. */
            sentence: string;
        };
        /** @description A field of a file that has values and that no import reads. */
        UnreadField: {
            /** @description As `event.type`, `person.email`, `conference.logo`. */
            field: string;
            /** @description Number of its values. */
            count: number;
        };
        /** @description A question of an import to its organizer, answered by its id with one of its choices. */
        AskedQuestion: {
            /**
             * Format: uuid
             * @description The id by which it is answered.
             */
            id: string;
            /**
             * @description Whether two talks are one (`same-talk`), whether a title says `cancelled`, or which day a date is (`dates`).
             * @enum {string}
             */
            kind: "cancelled" | "dates" | "same-talk";
            /** @description The question in a sentence. */
            about: string;
            /** @description The answers it takes. */
            choices: string[];
            /**
             * Format: uuid
             * @description The stored talk; null when there is none yet, and for dates.
             */
            talkId: string | null;
            /** @description The stored title; for dates the place in the file. */
            title: string;
            /** @description The title in the file; for dates what is written there. */
            foundTitle: string;
        };
        /** @description A column of a sheet with what it is read as, and some of its cells. */
        SheetColumn: {
            /** @description The heading as the sheet has it. */
            heading: string;
            /**
             * @description The field that it is read as; null for none.
             * @enum {string|null}
             */
            kind: "abstract" | "bio" | "date" | "doNotRecord" | "duration" | "email" | "end" | "firstName" | "id" | "language" | "lastName" | "room" | "speakers" | "start" | "status" | "subtitle" | "title" | "track" | "url" | null;
            /** @description Some of its cells. */
            samples: string[];
        };
        /** @description The import would remove too many talks */
        ImportDropsTalksProblem: {
            /** @description Number of talks that are not in the file. */
            dropped: number;
            /** @description Number of talks in the programme. */
            total: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/import-drops-talks";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This seems to be the programme of another conference */
        ImportForeignProblem: {
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /** @description Number of talks in the file. */
            talks: number;
            /** @description Number of those that the programme has too. */
            common: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/import-foreign";
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This is the demo conference */
        ImportIntoDemoProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/import-into-demo";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description The programme was changed in the meantime */
        ProgrammeChangedProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/programme-changed";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This talk exists already */
        TalkGuidTakenProblem: {
            /** @description The guid that is taken. */
            guid: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/talk-guid-taken";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description The programme cannot be read */
        ScheduleRefusedProblem: {
            /** @description The place in the file. */
            place: string;
            /** @description The fault in the file. */
            sentence: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/schedule-refused";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description The programme is too large to read */
        ScheduleTooHeavyProblem: {
            /** @description Seconds that reading a file may take. */
            seconds: number;
            /** @description Megabytes of memory that reading a file may take. */
            megabytes: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/schedule-too-heavy";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 422;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This import is already undone */
        ImportUndoneProblem: {
            /**
             * Format: date-time
             * @description Time when it was undone.
             */
            at: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/import-undone";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        ConferenceRequest: {
            /** @description Its name in addresses: small letters, digits and hyphens, at most 80. */
            slug: string;
            /** @description Its title, 1 to 200 characters. */
            title: string;
            /**
             * @description An IANA time zone, in which its days are days.
             * @example Europe/Paris
             */
            timeZone: string;
            /**
             * @description The language of its pages for readers who asked for neither of ours.
             * @enum {string}
             */
            locale: "fr" | "en";
            /**
             * Format: date
             * @description Its first day, as YYYY-MM-DD.
             * @example 2026-05-02
             */
            startsOn: string;
            /**
             * Format: date
             * @description Its last day, as YYYY-MM-DD.
             * @example 2026-05-03
             */
            endsOn: string;
            /**
             * Format: uri
             * @description Its own site; null without one.
             */
            url?: string | null;
            /** @description What is left out stays as it is, or has its default. */
            settings?: components["schemas"]["ConferenceSettingsRequest"];
        };
        ConferenceSettingsRequest: {
            /**
             * @description Whose comments wait for a moderator: nobody’s, a stranger’s first, or all.
             * @enum {string}
             */
            screening?: "none" | "first" | "all";
            /** @description For every thread that has none of its own; null is off. */
            slowMode?: components["schemas"]["SlowModeSetting"] | null;
            /** @description Hours before a talk from which questions may be asked, at most 100000. */
            opensHoursBefore?: number;
            /** @description Days after the conference until nothing more is written, at most 1000000. */
            readonlyAfterDays?: number;
            /** @description Days after the conference until it is archived, at most 1000000. */
            archiveAfterDays?: number;
            /**
             * @description Whether search engines may list its pages.
             * @enum {string}
             */
            robots?: "index" | "noindex";
            /**
             * @description What people without an address may do.
             * @enum {string}
             */
            guests?: "nothing" | "vote" | "ask-live" | "everything-held";
            /**
             * Format: uri
             * @description Where its archive can be found.
             */
            archiveUrl?: string | null;
            /**
             * @description Where people meet, as a name with its address, for search engines; null when they meet online.
             * @example Messe Leipzig, Seehausener Allee 1, Leipzig
             */
            venue?: string | null;
            /**
             * @description Sites that may show its threads in a frame, each as https://host or https://host:port.
             * @example [
             *       "https://conference.example"
             *     ]
             */
            embedSites?: string[];
            /** @description Words that are held for a look. */
            wordLists?: components["schemas"]["WordListsSetting"];
            /** @description How people and authorities reach the host. */
            contact?: components["schemas"]["ContactSetting"];
            /** @description Its looks. What is left out stays; images have routes. */
            brand?: components["schemas"]["BrandSetting"];
            /** @description The rules that decisions cite, 1 to 50; a change is a new version. */
            rules?: components["schemas"]["RuleSetting"][];
        };
        SlowModeSetting: {
            /**
             * @description Seconds between two contributions of one account.
             * @enum {integer}
             */
            interval: 30 | 60 | 300 | 900 | 3600;
            /** @description Why, in 2 to 1000 characters; it is published. */
            reason: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null until it is turned off.
             */
            until?: string | null;
        };
        WordListsSetting: {
            /** @description Words of 2 to 60 characters in French, at most 500. */
            fr?: string[];
            /** @description Words of 2 to 60 characters in English, at most 500. */
            en?: string[];
        };
        ContactSetting: {
            /** @description How to reach the host, at most 1000 characters. */
            text: string;
            /**
             * Format: uri
             * @description A page for it; null without one.
             */
            url?: string | null;
            /** @description A public address for it, shown as it is: the only one that ever is. Null without one. */
            email?: string | null;
        };
        BrandSetting: {
            /**
             * @description Its colour, as #rrggbb or #rgb; null for the forum’s own. Where it is hard to read it is moved.
             * @example #0b5d6b
             */
            accent?: string | null;
            /**
             * @description What the stage shows where its address asks for neither.
             * @enum {string}
             */
            stageTheme?: "dark" | "light";
            /**
             * @description The font of each device, or Inter, which the forum brings.
             * @enum {string}
             */
            font?: "system" | "inter";
        };
        RuleSetting: {
            /** @description The name by which decisions cite it: small letters, digits and hyphens, at most 40. */
            key: string;
            /** @description The rule in the language of the conference, 2 to 200 characters. */
            title: string;
            /** @description What it means, at most 500 characters. */
            text?: string;
            /** @description The same in other languages; readers of these see it, others the language of the conference. */
            translations?: components["schemas"]["RuleTranslationsSetting"];
        };
        RuleTranslationsSetting: {
            /** @description In French. */
            fr?: components["schemas"]["RuleWordingSetting"];
            /** @description In English. */
            en?: components["schemas"]["RuleWordingSetting"];
        };
        RuleWordingSetting: {
            /** @description The rule in this language, 2 to 200 characters. */
            title: string;
            /** @description What it means, at most 500 characters. */
            text?: string;
        };
        ConferenceChangeRequest: {
            /** @description Its name in addresses: small letters, digits and hyphens, at most 80. */
            slug?: string;
            /** @description Its title, 1 to 200 characters. */
            title?: string;
            /**
             * @description An IANA time zone, in which its days are days.
             * @example Europe/Paris
             */
            timeZone?: string;
            /**
             * @description The language of its pages for readers who asked for neither of ours.
             * @enum {string}
             */
            locale?: "fr" | "en";
            /**
             * Format: date
             * @description Its first day, as YYYY-MM-DD.
             * @example 2026-05-02
             */
            startsOn?: string;
            /**
             * Format: date
             * @description Its last day, as YYYY-MM-DD.
             * @example 2026-05-03
             */
            endsOn?: string;
            /**
             * Format: uri
             * @description Its own site; null without one.
             */
            url?: string | null;
            /** @description What is left out stays as it is, or has its default. */
            settings?: components["schemas"]["ConferenceSettingsRequest"];
        };
        /** @description People have written in this conference */
        ConferenceInUseProblem: {
            /** @description Number of comments and recaps in it. */
            texts: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/conference-in-use";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Progress of a change of a conference through its threads. */
        FollowProgress: {
            /** @description Number of threads that the change is for. */
            threads: number;
            /** @description Number of those that it has still to reach. */
            remaining: number;
        };
        TalkRequest: {
            /** @description What its programme knows it by, 1 to 200 characters; made up without one. */
            guid?: string;
            /** @description Its name in addresses: small letters, digits and hyphens, at most 80. */
            slug: string;
            /** @description Its title, 1 to 300 characters. */
            title: string;
            /** @description At most 300 characters. */
            subtitle?: string;
            /** @description About it, in Markdown, at most 50000 characters. */
            abstract?: string;
            /** @description Its language as the programme writes it, at most 40 characters. */
            language?: string;
            /** @description The name of its track, at most 200 characters. */
            track?: string;
            /** @description The name of its room, at most 200 characters. */
            room?: string;
            /**
             * Format: date-time
             * @description When it begins; null while that is open.
             */
            startsAt?: string | null;
            /** @description Its length in whole minutes, at most 10000. */
            durationMinutes?: number;
            /**
             * @description Whether it takes place.
             * @enum {string}
             */
            status?: "confirmed" | "cancelled";
            /**
             * Format: uri
             * @description Its page on another site; null without one.
             */
            url?: string | null;
            /** @description In the order of the programme, at most 50. */
            speakers?: components["schemas"]["TalkSpeakerRequest"][];
            /** @description Pages about it, at most 50. */
            links?: components["schemas"]["TalkLinkRequest"][];
            /** @description Files such as slides, at most 50. */
            attachments?: components["schemas"]["TalkLinkRequest"][];
            /** @description Of its recording. */
            licence?: string;
            /** @description Whether the speakers wish not to be recorded. */
            doNotRecord?: boolean;
        };
        TalkSpeakerRequest: {
            /** @description The name in the programme, 1 to 200 characters. */
            name: string;
            /** @description About the speaker, in Markdown, at most 10000 characters. */
            bio?: string;
        };
        TalkLinkRequest: {
            /** @description What the link is shown as, at most 200 characters; its address without one. */
            title?: string;
            /**
             * Format: uri
             * @description An http or https address, at most 2000 characters.
             */
            url: string;
            /** @description What its programme calls links of its kind. */
            kind?: string;
        };
        TalkChangeRequest: {
            /** @description What its programme knows it by, 1 to 200 characters; made up without one. */
            guid?: string;
            /** @description Its name in addresses: small letters, digits and hyphens, at most 80. */
            slug?: string;
            /** @description Its title, 1 to 300 characters. */
            title?: string;
            /** @description At most 300 characters. */
            subtitle?: string;
            /** @description About it, in Markdown, at most 50000 characters. */
            abstract?: string;
            /** @description Its language as the programme writes it, at most 40 characters. */
            language?: string;
            /** @description The name of its track, at most 200 characters. */
            track?: string;
            /** @description The name of its room, at most 200 characters. */
            room?: string;
            /**
             * Format: date-time
             * @description When it begins; null while that is open.
             */
            startsAt?: string | null;
            /** @description Its length in whole minutes, at most 10000. */
            durationMinutes?: number;
            /**
             * @description Whether it takes place.
             * @enum {string}
             */
            status?: "confirmed" | "cancelled";
            /**
             * Format: uri
             * @description Its page on another site; null without one.
             */
            url?: string | null;
            /** @description In the order of the programme, at most 50. */
            speakers?: components["schemas"]["TalkSpeakerRequest"][];
            /** @description Pages about it, at most 50. */
            links?: components["schemas"]["TalkLinkRequest"][];
            /** @description Files such as slides, at most 50. */
            attachments?: components["schemas"]["TalkLinkRequest"][];
            /** @description Of its recording. */
            licence?: string;
            /** @description Whether the speakers wish not to be recorded. */
            doNotRecord?: boolean;
        };
        ThreadRequest: {
            /** @description Its name in addresses: small letters, digits and hyphens, at most 80. */
            slug: string;
            /** @description Its title, 1 to 300 characters. */
            title: string;
        };
        /** @description A list that is answered whole. */
        ImportQuestionList: {
            /** @description All that is listed, in order. */
            items: components["schemas"]["ImportQuestion"][];
            /** @description Always null, because there is no other page. */
            next: null;
        };
        /** @description A question of an import as organizers see it. */
        ImportQuestion: {
            /**
             * Format: uuid
             * @description The id by which it is answered.
             */
            id: string;
            /**
             * @description Whether two talks are one (`same-talk`), or whether a title says `cancelled`.
             * @enum {string}
             */
            kind: "cancelled" | "same-talk";
            /**
             * Format: uuid
             * @description The id of the talk.
             */
            talkId: string;
            /** @description The stored title. */
            title: string;
            /** @description The title in the file. */
            foundTitle: string;
            /**
             * @description The organizer's answer; null while it waits.
             * @enum {string|null}
             */
            answer: "cancelled" | "new" | "same" | "takes-place" | null;
            /**
             * Format: date-time
             * @description Time when an import last asked it.
             */
            askedAt: string;
        };
        ImportAnswerRequest: {
            /**
             * @description The same talk or a new one; cancelled or taking place.
             * @enum {string}
             */
            answer: "same" | "new" | "cancelled" | "takes-place";
        };
        /** @description This was already decided */
        ImportQuestionAnsweredProblem: {
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/import-question-answered";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        TalkLinksRequest: {
            /** @description All links of the talk in their order, at most 50: one that is left out is removed. */
            links: components["schemas"]["TalkLinkRequest"][];
        };
        /** @description This folder is not empty */
        ArchiveFolderTakenProblem: {
            /** @description The folder that holds something else. */
            folder: string;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/archive-folder-taken";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description This archive is too large to download here */
        ArchiveTooLargeProblem: {
            /** @description Number of comments that it would hold. */
            comments: number;
            /**
             * @description What kind of problem; a path is that of a page that says more.
             * @constant
             */
            type: "/problems/archive-too-large";
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 409;
            /** @description Names this occurrence; the log has it too. */
            instance: string;
            /** @description What happened and what to do, for people, in their language. */
            detail: string;
        };
        /** @description Everything the forum stores about a person, for that person: only a masked mailbox, and nothing about others. */
        MyData: {
            /**
             * Format: date-time
             * @description Time when this was read.
             */
            madeAt: string;
            /** @description The account itself. */
            account: {
                /** @description The first letter, and the domain; null for a guest. */
                emailMasked: string | null;
                /** @description The language of its e-mails and pages, as a BCP 47 tag. */
                locale: string;
                /** @description The account's own choices. */
                settings: {
                    [key: string]: unknown;
                };
                /**
                 * Format: date
                 * @description The day on which it was made, in UTC.
                 */
                createdOn: string;
            };
            /** @description The public profiles of the person. */
            personas: {
                /** @description The title of the conference. */
                conference: string;
                /**
                 * Format: uuid
                 * @description The id of the persona.
                 */
                id: string;
                /** @description Empty until one is chosen, and once it is withdrawn. */
                name: string;
                /** @description A line below the name; empty without one. */
                tagline: string;
                /** @description The person's text about themselves, as Markdown. */
                biography: string;
                /** @description Whether its page lists its comments. */
                showsComments: boolean;
                /** @description Whether search engines may find its page. */
                isIndexed: boolean;
                /**
                 * Format: date-time
                 * @description Time when the person withdrew it; null while it is in use.
                 */
                withdrawnAt: string | null;
            }[];
            /** @description The rights of the person, as speaker, moderator or organizer. */
            rights: {
                /**
                 * @description The part that its holder has.
                 * @enum {string}
                 */
                role: "moderator" | "organizer" | "speaker";
                /** @description The title of the conference; null for all. */
                conference: string | null;
                /** @description The title of the talk; null for all of the conference. */
                talk: string | null;
            }[];
            /** @description The rights that personas show. */
            badges: {
                /** @description The title of the conference. */
                conference: string;
                /**
                 * @description The right that is shown.
                 * @enum {string}
                 */
                role: "moderator" | "organizer" | "speaker";
                /** @description The title of the talk; null for all of the conference. */
                talk: string | null;
                /** @description The name of the persona; null until one is chosen. */
                persona: string | null;
            }[];
            /** @description The sanctions of the person. */
            sanctions: {
                /** @description The title of the conference. */
                conference: string;
                /** @description `muted` or `suspended`. */
                kind: string;
                /**
                 * Format: date-time
                 * @description Time when it ends by itself; null where it does not.
                 */
                until: string | null;
                /** @description The reason, in words. */
                reason: string;
            }[];
            /** @description The person's comments, questions and answers, the oldest first. */
            comments: components["schemas"]["MyComment"][];
            /** @description The person's recaps. */
            recaps: components["schemas"]["MyRecap"][];
            /** @description The person's votes. */
            votes: {
                /** @description The title of the thread; empty while it is hidden from its readers. */
                thread: string;
                /** @description The title of the conference. */
                conference: string;
                /**
                 * Format: uuid
                 * @description The id of the comment.
                 */
                commentId: string;
            }[];
            /** @description Sessions of the person; no browser and no place is stored with them. */
            sessions: {
                /**
                 * Format: date-time
                 * @description Time when it began.
                 */
                begunAt: string;
                /**
                 * Format: date-time
                 * @description Time when it was last used, to the hour.
                 */
                seenAt: string;
            }[];
            /** @description Devices by which the person signs in. */
            passkeys: {
                /** @description The person's name for the device; empty without one. */
                name: string;
                /**
                 * Format: date
                 * @description The day on which it was added, in UTC.
                 */
                madeOn: string;
                /**
                 * Format: date
                 * @description The last day on which it was used, in UTC; null if it never was.
                 */
                usedOn: string | null;
            }[];
            /** @description Tokens for programs, without what they are. */
            apiTokens: {
                /** @description The person's name for it. */
                name: string;
                /** @description The uses it is good for. */
                scopes: string[];
                /** @description The title of the one conference it is good for; null for all. */
                conference: string | null;
                /**
                 * Format: date-time
                 * @description Time when it was made.
                 */
                madeAt: string;
                /**
                 * Format: date-time
                 * @description Time when it stops working.
                 */
                expiresAt: string;
                /**
                 * Format: date
                 * @description The last day on which it was used, in UTC; null if it never was.
                 */
                usedOn: string | null;
            }[];
            /** @description Conferences whose archiving the person wants to be told of. */
            tellMeWhenArchived: components["schemas"]["InConference"][];
            /** @description Decisions of moderation about the person or their words. */
            decisionsAboutMe: {
                /**
                 * Format: uuid
                 * @description The comment it is about; null where it is about something else.
                 */
                commentId: string | null;
                /**
                 * Format: uuid
                 * @description The recap it is about; null where it is about something else.
                 */
                recapId: string | null;
                /** @description The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
                kind: string;
                /** @description The key of the rule it rests on; null where it rests on none. */
                rule: string | null;
                /** @description The reason, as plain text. */
                reason: string;
                /**
                 * Format: date-time
                 * @description Time when it was made.
                 */
                at: string;
                /**
                 * Format: uuid
                 * @description The id of the decision.
                 */
                decisionId: string;
            }[];
            /** @description Decisions of moderation that the person made. */
            decisionsByMe: {
                /** @description The title of the conference. */
                conference: string;
                /** @description The act, such as `withhold`, `release`, `mute`; a reversal is a decision of its own. */
                kind: string;
                /**
                 * Format: date-time
                 * @description Time when it was made.
                 */
                at: string;
                /** @description The reason, as plain text. */
                reason: string;
                /**
                 * Format: uuid
                 * @description The id of the decision.
                 */
                decisionId: string;
            }[];
            /** @description The person's reports. */
            reports: {
                /**
                 * Format: uuid
                 * @description The comment it is about; null where it is about something else.
                 */
                commentId: string | null;
                /**
                 * Format: uuid
                 * @description The recap it is about; null where it is about something else.
                 */
                recapId: string | null;
                /** @description The key by which its status is read. */
                receipt: string;
                /** @description The key of the rule that was said to be broken. */
                rule: string;
                /** @description The person's words. */
                reason: string;
                /** @description `open`, `decided` with a consequence, or `dismissed` without one. */
                status: string;
                /**
                 * Format: date-time
                 * @description Time when it was made.
                 */
                madeAt: string;
            }[];
            /** @description The person's appeals against decisions. */
            appeals: {
                /**
                 * Format: uuid
                 * @description The id of the decision.
                 */
                decisionId: string;
                /** @description The person's words. */
                reason: string;
                /**
                 * Format: date-time
                 * @description Time when it was made.
                 */
                at: string;
                /** @description `upheld` or `reversed`, which the decision then is; null while it waits. */
                outcome: string | null;
                /** @description The reason, in words; null while it waits. */
                outcomeReason: string | null;
            }[];
            /** @description Acts with a right, from the audit. */
            actions: {
                /** @description An act with a dot (`decision.withhold`), or the method and path of the route that did it. */
                action: string;
                /** @description The right it was done with. */
                role: string;
                /** @description The thing it was done to, by its id or slug; null without one. */
                subject: string | null;
                /**
                 * Format: date-time
                 * @description Time when it was done.
                 */
                at: string;
            }[];
            /** @description Programmes that were imported, among the last of each conference. */
            imports: {
                /** @description The title of the conference. */
                conference: string;
                /** @description The name of the file; empty when it came without one. */
                fileName: string;
                /**
                 * Format: date-time
                 * @description Time when it was imported.
                 */
                at: string;
            }[];
            /** @description Notices that are shown to the person while they are connected. */
            notices: components["schemas"]["Concern"][];
            /** @description Of the last thirty days, with what became of each. */
            emailNotices: {
                /** @description The thing that happened. */
                kind: string;
                /**
                 * Format: uuid
                 * @description The comment it is about; null where it is about something else.
                 */
                commentId: string | null;
                /**
                 * Format: date-time
                 * @description Time when it happened.
                 */
                at: string;
                /** @description The outcome: `sent`, `digest`, `held` or `void`; null while it waits. */
                fate: string | null;
                /** @description The reason why it waits, waited or was not sent; null for an e-mail at once. */
                rule: string | null;
            }[];
            /** @description The person's choice of e-mails; null for the usual ones. */
            emailSettings: {
                [key: string]: unknown;
            } | null;
            /** @description Threads whose news come in the digest. */
            followedThreads: components["schemas"]["InThread"][];
            /** @description Replies by e-mail; the words of those that wait. */
            repliesByEmail: {
                /** @description The title of the thread; empty while it is hidden from its readers. */
                thread: string;
                /** @description `taking` for a moment, then `published`, `draft` while the person has to look at it, or `left`. */
                state: string;
                /** @description The reason why it was not published at once; null for any other. */
                reason: string | null;
                /** @description The text while it is a draft; null for any other. */
                words: string | null;
                /**
                 * Format: date-time
                 * @description Time when it came.
                 */
                at: string;
            }[];
            /** @description E-mails that came back. */
            returnedEmails: {
                /** @description `hard` for a missing mailbox, `soft` for what may pass, `operator` for a fault of the forum's, `complaint` for one that was called spam. */
                verdict: string;
                /** @description The enhanced status code (RFC 3463); null without one. */
                status: string | null;
                /**
                 * Format: date-time
                 * @description Time when it came back.
                 */
                at: string;
            }[];
            /** @description Questions that the person took as a speaker and has not settled. */
            takenQuestions: {
                /**
                 * Format: uuid
                 * @description The id of the comment.
                 */
                commentId: string;
                /**
                 * Format: date-time
                 * @description Time when it was taken.
                 */
                at: string;
            }[];
            /** @description Notes the person wrote beside questions: an answer given aloud, or why one was declined. */
            notes: {
                /**
                 * Format: uuid
                 * @description The id of the comment.
                 */
                commentId: string;
                /** @description The note as it was typed. */
                note: string;
                /** @description Whether a moderator hid it. */
                isWithheld: boolean;
            }[];
        };
        /** @description A comment, question or answer of one's own, with its earlier wordings. */
        MyComment: {
            /**
             * Format: uuid
             * @description The id of the comment.
             */
            id: string;
            /** @description The address at which it is read; of one that was never public, the page on which its author finds it. */
            url: string;
            /** @description `comment`, `question` or `answer`. */
            kind: string;
            /**
             * Format: uuid
             * @description The comment it replies to; null for none.
             */
            parentId: string | null;
            /** @description `visible`, `held`, `withheld` or `withdrawn`. */
            state: string;
            /** @description The name of the persona that said it; null for a question without a name. */
            persona: string | null;
            /** @description Whether it was asked without a name. */
            isAnonymous: boolean;
            /** @description The text as it was typed: Markdown. */
            source: string;
            /** @description The status of the question; null where it is none. */
            questionStatus: string | null;
            /** @description Number of accounts that voted for it. */
            votes: number;
            /**
             * Format: date-time
             * @description Time when it was posted.
             */
            postedAt: string;
            /**
             * Format: date-time
             * @description Time when its text was last edited; null if it never was.
             */
            editedAt: string | null;
            /** @description The earlier wordings, the oldest first. */
            earlier: {
                /** @description The number of the wording, from 1. */
                revision: number;
                /** @description The text as it was typed: Markdown. */
                source: string;
                /**
                 * Format: date-time
                 * @description Time when it was written.
                 */
                writtenAt: string;
            }[];
            /** @description The title of the thread; empty while it is hidden from its readers. */
            thread: string;
            /** @description The title of the conference. */
            conference: string;
        };
        /** @description A recap of one's own, with every version, the latest first. */
        MyRecap: {
            /**
             * Format: uuid
             * @description The id of the recap.
             */
            id: string;
            /** @description The address at which it is read. */
            url: string;
            /** @description The name of the persona that wrote it. */
            persona: string;
            /** @description `draft`, `published`, `held`, `withheld` or `withdrawn`. */
            state: string;
            /**
             * Format: date-time
             * @description Time when it was first public; null if it never was.
             */
            publishedAt: string | null;
            /** @description Every version, the latest first. */
            versions: {
                /** @description The number of the version, from 1. */
                version: number;
                /** @description The title, as plain text. */
                title: string;
                /** @description The text as it was typed: Markdown. */
                markdown: string;
                /** @description Whether it was published when it was saved. */
                isPublished: boolean;
                /**
                 * Format: date-time
                 * @description Time when it was saved.
                 */
                savedAt: string;
            }[];
            /** @description The title of the conference. */
            conference: string;
        };
        /** @description A thing in a conference. */
        InConference: {
            /** @description The title of the conference. */
            conference: string;
        };
        /** @description A thing that concerned the person. */
        Concern: {
            /** @description The thing that happened. */
            kind: string;
            /**
             * Format: uuid
             * @description The comment it is about; null where it is about something else.
             */
            commentId: string | null;
            /**
             * Format: date-time
             * @description Time when it happened.
             */
            at: string;
        };
        /** @description A thing in a thread. */
        InThread: {
            /** @description The title of the thread; empty while it is hidden from its readers. */
            thread: string;
            /** @description The title of the conference. */
            conference: string;
        };
        Liveness: {
            /**
             * @description Always `ok`.
             * @constant
             */
            status: "ok";
        };
        /** @description The needs of the server, by name: all, those that answer and those that do not. */
        Readiness: {
            /**
             * @description Whether the server can do its work.
             * @enum {string}
             */
            status: "error" | "ok" | "shutting_down";
            /** @description The needs that answer, by name. */
            info?: {
                [key: string]: components["schemas"]["Indicator"];
            };
            /** @description The needs that do not answer, by name. */
            error?: {
                [key: string]: components["schemas"]["Indicator"];
            };
            /** @description All that is needed, by name. */
            details?: {
                [key: string]: components["schemas"]["Indicator"];
            };
        };
        Indicator: {
            /**
             * @description Whether it answers.
             * @enum {string}
             */
            status: "down" | "up";
            /** @description The fault; absent without one. */
            message?: string;
        };
    };
    responses: never;
    parameters: {
        /** @description The language of problems and e-mails: French or English; English where it names neither. */
        AcceptLanguage: string;
        /**
         * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
         * @example b3f1c1a0-outbox-17
         */
        IdempotencyKey: string;
        /**
         * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
         * @example W/"4f1c2a8e"
         */
        IfMatch: string;
        /**
         * @description The ETag of the version one holds: 304 when it is still the current one.
         * @example W/"4f1c2a8e"
         */
        IfNoneMatch: string;
        /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
        SignInProof: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    meRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    exportsLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReport"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["ErasureUnderWayProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    meChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    meCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    mePersona: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the persona. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    meWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the persona. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    meRename: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the persona. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Persona"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    meClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["InvitationSpentProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    apiTokensList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    apiTokensCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiTokenRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiToken"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenExceedsRightProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["TokensTooManyProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    apiTokensEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the token. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    invitationsList: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitationPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    invitationsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationLink"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvitationsTooManyProblem"] | components["schemas"]["InvitedTooOftenProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    invitationsCreateMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBatchRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitationList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvitationsTooManyProblem"] | components["schemas"]["InvitedTooOftenProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    invitationsRemind: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvitationsTooManyProblem"] | components["schemas"]["InvitedTooOftenProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    invitationsCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the invitation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    speakersList: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedSpeakerPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    speakersGiveAddresses: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerAddressesRequest"];
            };
        };
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    speakersMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakerInvitationsRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerInvitations"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["InvitationsTooManyProblem"] | components["schemas"]["InvitedTooOftenProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    grantsList: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldGrantPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    grantsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the grant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["GrantOwnProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    auditRead: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAsked"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsEnter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["BrowserDiffersProblem"] | components["schemas"]["CodeRefusedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsEndOthers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    sessionsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the session. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    guestsBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSession"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["SignedInAlreadyProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["PasskeyRefusedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysChallenge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    passkeysBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSession"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["PasskeyRefusedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingComments: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
                /** @description By place, from the first or from the last, or by votes. */
                sort?: "oldest" | "newest" | "top";
                /** @description Those of one kind alone. */
                kind?: "comment" | "question" | "answer";
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentsPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentDuplicateProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["QuestionsNotHereProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["CommentFloodProblem"] | components["schemas"]["CommentSlowedProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsOwn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mine"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentEditWindowClosedProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["QuestionHasVotesProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsSendCodesAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentCodesRequest"];
            };
        };
        responses: {
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAsked"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsVote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vote"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["VoteOwnProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    commentsUnvote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vote"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["VoteOwnProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsAsk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pending"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentDuplicateProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["QuestionsNotHereProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["CommentFloodProblem"] | components["schemas"]["CommentSlowedProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsSimilar: {
        parameters: {
            query: {
                /** @description What is being typed. */
                q: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["CommentKindFixedProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["QuestionsNotHereProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsAnnounce: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentDuplicateProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["QuestionsNotHereProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["CommentFloodProblem"] | components["schemas"]["CommentSlowedProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsTakeDown: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the question. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["QuestionSettledProblem"] | components["schemas"]["QuestionTakenProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    questionsAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the question. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentDuplicateProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["QuestionSettledProblem"] | components["schemas"]["QuestionTakenProblem"] | components["schemas"]["QuestionsNotHereProblem"] | components["schemas"]["ThreadClosedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["CommentFloodProblem"] | components["schemas"]["CommentSlowedProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationWithhold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithholdRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentWrongStateProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentWrongStateProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentEditedSinceProblem"] | components["schemas"]["CommentWrongStateProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationWithholdNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithholdRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["NoteWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationRestoreNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["NoteWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["QueueClaimedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationUnclaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    moderationChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreadChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    queueWaiting: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
                /** @description What waits: comments and recaps before anybody saw them, reported ones, or appeals. */
                kind?: "held" | "reported" | "appeals";
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueItemPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    queueSanction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the persona. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SanctionRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sanction"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    queueEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the sanction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRequest"];
            };
        };
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["SignInStaleProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    queueDismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the report. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentEditedSinceProblem"] | components["schemas"]["CommentWrongStateProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapEditedSinceProblem"] | components["schemas"]["RecapWrongStateProblem"] | components["schemas"]["ReportSettledProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    queueDecide: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the appeal. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealOutcomeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealDecided"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["AppealDecidedProblem"] | components["schemas"]["CommentWrongStateProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["NoteWrongStateProblem"] | components["schemas"]["RecapWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapModerationWithhold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithholdRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapModerationRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapModerationRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecapReleaseRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapEditedSinceProblem"] | components["schemas"]["RecapWrongStateProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapModerationClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["QueueClaimedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapModerationUnclaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsMake: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapGoneProblem"] | components["schemas"]["ReportOwnProblem"] | components["schemas"]["ReportsOpenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["ReportsLimitedProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsMakeOfRecap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the challenge alone after `seconds`. */
                "Sign-In-Proof"?: components["parameters"]["SignInProof"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description It is taken, and something is still needed or on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AppealOwnDecisionProblem"] | components["schemas"]["DecisionOwnProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["CommentGoneProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["RecapGoneProblem"] | components["schemas"]["ReportOwnProblem"] | components["schemas"]["ReportsOpenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["RuleUnknownProblem"] | components["schemas"]["ProofRequiredProblem"] | components["schemas"]["ReportsLimitedProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The receipt of the report. */
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportStatus"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsOwn: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReportPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsList: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsObject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the decision. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["AppealMadeProblem"] | components["schemas"]["AppealTooLateProblem"] | components["schemas"]["DecisionFinalProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    reportsRead: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerLinePage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyZip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the transparency. */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All files of the year. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the transparency. */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransparencyReport"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyCsv: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the transparency. */
                year: string;
                /** @description The id of the thing. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file (RFC 4180, UTF-8), by the names of the annexes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyZipOfConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the transparency. */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All files of the year. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyReadOfConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the transparency. */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransparencyReport"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    transparencyCsvOfConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the transparency. */
                year: string;
                /** @description The id of the thing. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file (RFC 4180, UTF-8), by the names of the annexes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingChanges: {
        parameters: {
            query?: {
                /** @description The number of the thread (`seq`) that is held; 0 for nothing, at most 2147483647. */
                after?: number;
                /** @description How many comments an answer has at most, 1 to 100; more are there when it says `more`. */
                limit?: number;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingReplies: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    readingRevisions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the comment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeReadingConferences: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConferencePage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeReadingConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conference"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeReadingTalks: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
                /** @description Talks that begin on this day, as YYYY-MM-DD in the time zone of the conference. */
                day?: string;
                /** @description Talks in the room of this name, at most 200 characters. */
                room?: string;
                /** @description Talks of the track of this name, at most 200 characters. */
                track?: string;
                /** @description Talks of a speaker: an id, or part of a name, at most 200 characters. */
                speaker?: string;
                /** @description Talks whose title, subtitle, abstract or speakers have these words, at most 200 characters. */
                q?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalkPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeReadingTalk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the talk. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeReadingThreads: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
                /** @description By the time of the talk, or by the latest contribution. */
                sort?: "programme" | "active";
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    searchSearch: {
        parameters: {
            query: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
                /** @description Words; all of them are looked for, none is an operator. */
                q: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    authorsAuthor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the author. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorProfile"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    authorsComments: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the author. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthoredCommentPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapOfThread: {
        parameters: {
            query?: {
                /** @description An earlier version; for those who write it. */
                version?: number;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapWriteOfThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecapRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapVersionsOfThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecapVersionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapOfConference: {
        parameters: {
            query?: {
                /** @description An earlier version; for those who write it. */
                version?: number;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapWriteOfConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecapRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapVersionsOfConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecapVersionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsList: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecapPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecapRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["GuestNotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["ConferenceArchivedProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaNameReservedProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["PersonasTooManyProblem"] | components["schemas"]["RecapsTooManyProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsRead: {
        parameters: {
            query?: {
                /** @description An earlier version; for those who write it. */
                version?: number;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecapChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recap"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["ConferenceArchivedProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["PersonaChoiceRequiredProblem"] | components["schemas"]["PersonaRequiredProblem"] | components["schemas"]["RecapGoneProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    recapsVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the recap. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecapVersionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    figuresList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureDeclarationList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    figuresCsv: {
        parameters: {
            query?: {
                /** @description The slug or the id of a talk: only what belongs to it. */
                talk?: string;
                /** @description A day of the programme, as 2026-11-30. */
                day?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the figure. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows, one line a thing counted (RFC 4180). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    figuresSvg: {
        parameters: {
            query?: {
                /** @description The slug or the id of a talk: only what belongs to it. */
                talk?: string;
                /** @description A day of the programme, as 2026-11-30. */
                day?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the figure. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    figuresPng: {
        parameters: {
            query?: {
                /** @description The slug or the id of a talk: only what belongs to it. */
                talk?: string;
                /** @description A day of the programme, as 2026-11-30. */
                day?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the figure. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    figuresRead: {
        parameters: {
            query?: {
                /** @description The slug or the id of a talk: only what belongs to it. */
                talk?: string;
                /** @description A day of the programme, as 2026-11-30. */
                day?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the figure. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figure"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    contractRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description The ETag of the version one holds: 304 when it is still the current one.
                 * @example W/"4f1c2a8e"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    deskOpen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    deskTalks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingTalkList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    deskAsked: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnQuestionPage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    notificationsWish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingLetterRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosingEmail"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    notificationsNotices: {
        parameters: {
            query?: {
                /** @description How many items a page has at most, 1 to 100. */
                limit?: number;
                /** @description The value of "next" from the previous page, unchanged; left out for the first. */
                cursor?: string;
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    notificationsFollow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Following"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    notificationsUnfollow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the thread. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Following"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AddressRequiredProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    brandSetImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the brand. */
                image: string;
            };
            cookie?: never;
        };
        /** @description The image, at most 2 MB. */
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conference"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    brandRemoveImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the brand. */
                image: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    importsList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    importsImport: {
        parameters: {
            query?: {
                /** @description Whether to say what would change, and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        /** @description schedule.json, schedule.xml, or a sheet in CSV or XLSX, at most 10 MB. */
        requestBody: {
            content: {
                "application/json": string;
                "application/xml": string;
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ImportDropsTalksProblem"] | components["schemas"]["ImportForeignProblem"] | components["schemas"]["ImportIntoDemoProblem"] | components["schemas"]["ProgrammeChangedProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["TalkGuidTakenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["ScheduleRefusedProblem"] | components["schemas"]["ScheduleTooHeavyProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    importsUndo: {
        parameters: {
            query?: {
                /** @description Whether to say what would change, and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ImportUndoneProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminCreateConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConferenceRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conference"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["ConferenceInUseProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminChangeConference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConferenceChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conference"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminProgress: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowProgress"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminCreateTalk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TalkRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["TalkGuidTakenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminChangeTalk: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the talk. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TalkChangeRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminOpenThread: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThreadRequest"];
            };
        };
        responses: {
            /** @description It is made; the answer is what was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminListImportQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportQuestionList"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    programmeAdminAnswerQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
                /** @description The id of the import question. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportAnswerRequest"];
            };
        };
        responses: {
            /** @description It is done, and there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["ImportQuestionAnsweredProblem"] | components["schemas"]["SlugTakenProblem"] | components["schemas"]["TalkGuidTakenProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    talkLinksReplace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.
                 * @example b3f1c1a0-outbox-17
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and replies spoil none.
                 * @example W/"4f1c2a8e"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description The id of the talk. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TalkLinksRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Talk"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BodyMalformedProblem"] | components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountMutedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["OriginForeignProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["IdempotencyKeyConflictProblem"] | components["schemas"]["VersionOutdatedProblem"] | components["schemas"]["BodyTooLargeProblem"] | components["schemas"]["MediaTypeUnsupportedProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["TooManyRequestsProblem"] | components["schemas"]["ThreadBusyProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    archiveDownload: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description The id of the conference, or its slug. */
                conference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive; its signer stands in X-Archive-Fingerprint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["AccountSuspendedProblem"] | components["schemas"]["NotAllowedProblem"] | components["schemas"]["TokenElsewhereProblem"] | components["schemas"]["TokenScopeMissingProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["ArchiveFolderTakenProblem"] | components["schemas"]["ArchiveTooLargeProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    exportsEverything: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyData"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SessionRequiredProblem"] | components["schemas"]["TokenRefusedProblem"] | components["schemas"]["TokenForPeopleOnlyProblem"] | components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description The language of problems and e-mails: French or English; English where it names neither. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"] | components["schemas"]["InvalidRequestProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
        };
    };
}
