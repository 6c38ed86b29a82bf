// Made from control.json by `npm run types`; a test fails when it is stale.

export interface paths {
    "/_cecsim/explain/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell why a request was answered as it was */
        get: operations["get-explain-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/fidelity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is claimed of CEC's protocol, and how it is known */
        get: operations["get-fidelity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what clients did wrong, space by space */
        get: operations["get-findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["get-health-live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether every listener is up */
        get: operations["get-health-ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an exported space again; its time stands */
        post: operations["post-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find requests with their answers */
        get: operations["get-journal"];
        put?: never;
        post?: never;
        /** Begin the journal anew */
        delete: operations["delete-journal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/journal/har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find requests, as an HTTP Archive */
        get: operations["get-journal-har"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/journal/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge a claim about what clients did */
        post: operations["post-journal-verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how late events were, as the server itself saw it */
        get: operations["get-latency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/pact/provider-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the states that a pact can ask for */
        get: operations["get-pact-provider-states"];
        put?: never;
        /** Set up a provider state, or tear it down */
        post: operations["post-pact-provider-states"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the server costs its machine, and what went wrong in it */
        get: operations["get-process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/scenarios/{scenarioName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the text of a scenario of the server, or of a shipped one */
        get: operations["get-scenarios-scenarioName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/scenarios/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say all that is wrong in the text of a scenario */
        post: operations["post-scenarios-check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/scenarios/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play a scenario to a client that does as the documents say, once for each of its rules */
        post: operations["post-scenarios-try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the snapshots that the server keeps */
        get: operations["get-snapshots"];
        put?: never;
        /** Save a space as it stands, under a name */
        post: operations["post-snapshots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/snapshots/{snapshotName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take a snapshot, as an exported space is */
        get: operations["get-snapshots-snapshotName"];
        put?: never;
        post?: never;
        /** Forget a snapshot */
        delete: operations["delete-snapshots-snapshotName"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/snapshots/{snapshotName}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how another snapshot differs from it */
        get: operations["get-snapshots-snapshotName-differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/snapshots/{snapshotName}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a snapshot again; its time stands */
        post: operations["post-snapshots-snapshotName-load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the spaces and the scenarios to make more from */
        get: operations["get-spaces"];
        put?: never;
        /** Make a space */
        post: operations["post-spaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a space with its credentials and addresses */
        get: operations["get-spaces-spaceName"];
        put?: never;
        post?: never;
        /** End a space and all that lives in it */
        delete: operations["delete-spaces-spaceName"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the agents and what they do */
        get: operations["get-spaces-spaceName-agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/agents/{workNo}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an agent do something */
        post: operations["post-spaces-spaceName-agents-workNo-action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/breakpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what stands at a breakpoint */
        get: operations["get-spaces-spaceName-breakpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/breakpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop what stands at a breakpoint */
        delete: operations["delete-spaces-spaceName-breakpoints-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/breakpoints/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go what stands at a breakpoint, as it is or changed */
        post: operations["post-spaces-spaceName-breakpoints-id-release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the calls that live and the last that ended */
        get: operations["get-spaces-spaceName-calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an event come to a call */
        post: operations["post-spaces-spaceName-calls-id-events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/ladder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what passed between the parties of a call, over all protocols */
        get: operations["get-spaces-spaceName-calls-id-ladder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what the gateway heard and saw of a call */
        get: operations["get-spaces-spaceName-calls-id-media"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/media/agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what the gateway heard and saw of the agent's phone */
        get: operations["get-spaces-spaceName-calls-id-media-agent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/pcap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take the SIP and the media of a call as a capture file for Wireshark */
        get: operations["get-spaces-spaceName-calls-id-pcap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/calls/{id}/recordings/{mid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take what the server has recorded of a call, to hear or to see it */
        get: operations["get-spaces-spaceName-calls-id-recordings-mid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the time of a space */
        get: operations["get-spaces-spaceName-clock"];
        put?: never;
        /** Stop the time of a space, let it run, or advance it */
        post: operations["post-spaces-spaceName-clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/clock/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is due next in a space */
        get: operations["get-spaces-spaceName-clock-due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/explain/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell why a request was answered as it was */
        get: operations["get-spaces-spaceName-explain-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a space as it stands, with all that brought it there */
        get: operations["get-spaces-spaceName-export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the faults and what they have struck */
        get: operations["get-spaces-spaceName-faults"];
        put?: never;
        /** Arm a fault, in the words of a scenario */
        post: operations["post-spaces-spaceName-faults"];
        /** Disarm all faults */
        delete: operations["delete-spaces-spaceName-faults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disarm a fault */
        delete: operations["delete-spaces-spaceName-faults-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what the clients of a space did wrong */
        get: operations["get-spaces-spaceName-findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find requests with their answers */
        get: operations["get-spaces-spaceName-journal"];
        put?: never;
        post?: never;
        /** Begin the journal anew */
        delete: operations["delete-spaces-spaceName-journal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/journal/har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find requests, as an HTTP Archive */
        get: operations["get-spaces-spaceName-journal-har"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/journal/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge a claim about what clients did */
        post: operations["post-spaces-spaceName-journal-verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the softphones that are registered, and who was refused */
        get: operations["get-spaces-spaceName-phones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the long polls that are held */
        get: operations["get-spaces-spaceName-polls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/polls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Break the connection of a held poll */
        delete: operations["delete-spaces-spaceName-polls-id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/polls/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a held poll, with an event or without */
        post: operations["post-spaces-spaceName-polls-id-release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the queues and who waits in them */
        get: operations["get-spaces-spaceName-queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a second space that stands where this one stood at an earlier point */
        post: operations["post-spaces-spaceName-replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a space, or a part of it, back to its beginning */
        post: operations["post-spaces-spaceName-reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a space comes to at this moment, in counts */
        get: operations["get-spaces-spaceName-statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens in the space, as server-sent events
         * @description The schema is that of the data of each event; the event's name says which part it has.
         */
        get: operations["get-spaces-spaceName-stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who has which token, and until when */
        get: operations["get-spaces-spaceName-tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/tokens/{id}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a token expire now */
        post: operations["post-spaces-spaceName-tokens-id-expire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_cecsim/spaces/{spaceName}/tokens/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a token back */
        post: operations["post-spaces-spaceName-tokens-id-revoke"];
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
        /** @description What an action needs besides its name; most need nothing. */
        AgentAction: {
            /**
             * Format: int32
             * @description Of `transfer` and `consult`: the work number of the agent who gets the call; of what a quality checker
             *     does: of the agent to whom.
             */
            agent?: null | number;
            /** @description Of `rest`: how long it may take, as in `10m`; null for ten minutes. */
            for?: null | string;
            /** @description Of `transfer` and `consult`: the IVR flow that gets it. */
            ivr?: null | string;
            /** @description Of `transfer` and `consult`: the number that gets it. */
            number?: null | string;
            /** @description Of `transfer` and `consult`: the queue that gets the call. */
            queue?: null | string;
            /**
             * Format: int32
             * @description Of `not-ready` and `rest`: a documented reason; null for the usual one.
             */
            reason?: null | number;
            /** @description Of `write`: what the agent writes. */
            text?: null | string;
            /** @description Of `write` and `end`: whose text session. */
            userId?: null | string;
        };
        /** @description An agent. */
        AgentDetails: {
            /** @description Whether others shall not see its number. */
            anonymized: boolean;
            /** @description Whose call it has, from ringing on; null when it has none. */
            callWith?: null | string;
            /** @description Whose text sessions it holds. */
            chatsWith: string[];
            /** @description Whether it is one of the tenant's intelligent agents. */
            intelligent: boolean;
            /** @description Its mobile or fixed-line number; null where the scenario gives none. */
            mobileNumber?: null | string;
            /** @description Whether the customer of its call does not hear it. */
            muted: boolean;
            /** @description What customers see; null where the scenario gives none. */
            name?: null | string;
            /** @description Whether it asks for help with its call. */
            needsHelp: boolean;
            /** @description The queues that it serves. */
            queues: string[];
            /** @description What it may do. */
            role: components["schemas"]["AgentRole"];
            /** @description Whether it may sign in by a phone. */
            singlePhone: boolean;
            /** @description What it does. */
            state: components["schemas"]["AgentState"];
            /** @description What it can process. */
            type: components["schemas"]["AgentType"];
            /**
             * Format: int32
             * @description The work number.
             */
            workNo: number;
        };
        /** @description The agents of a space. */
        AgentList: {
            /** @description By work number. */
            agents: components["schemas"]["AgentDetails"][];
        };
        /**
         * @description What an agent may do.
         * @enum {string}
         */
        AgentRole: "common" | "qualityChecker" | "callout";
        /**
         * @description What an agent does.
         * @enum {string}
         */
        AgentState: "signedOut" | "ready" | "notReady" | "resting" | "working" | "dialing" | "ringing" | "talking" | "holding" | "wrapUp";
        /**
         * @description What an agent can process.
         * @enum {string}
         */
        AgentType: "voice" | "video" | "multimedia" | "versatile";
        /** @description What clients did wrong, of all spaces. */
        AllFindings: {
            /** @description Space by space; at the end, without a space, what belongs to none. */
            spaces: components["schemas"]["SpaceFindings"][];
        };
        /** @description A fault that is armed, in the words of a scenario. */
        ArmedFault: {
            /** @description The operation whose requests it strikes. */
            at: string;
            /**
             * Format: int64
             * @description What to call it in other requests.
             */
            id: number;
            /** @description What goes wrong. */
            inject: components["schemas"]["JsonElement"];
            match?: null | components["schemas"]["JsonElement"];
            /**
             * Format: int64
             * @description How many requests, or events, it has counted.
             */
            seen: number;
            /**
             * Format: int64
             * @description How many of them it struck.
             */
            strikes: number;
            when?: null | components["schemas"]["JsonElement"];
        };
        /**
         * @description What stands at the breakpoints of a space: faults of the kinds `pause`, `pauseEvent` and
         *     `pauseInvite`.
         */
        BreakpointList: {
            /** @description In the order in which they came. */
            held: components["schemas"]["HeldMessage"][];
            /**
             * Format: int64
             * @description How many went on because 100 stood already.
             */
            passed: number;
        };
        /** @description One thing that was wrong with a request. */
        BrokenRule: {
            /** @description The id in FIDELITY.md; null where the chapter has to do. */
            claim?: null | string;
            /** @description What the section demands; null where Why says it already. */
            rule?: null | string;
            /** @description The section of the document that it breaks. */
            section: string;
            /** @description In words. */
            why: string;
        };
        CacheBody: Record<string, never>;
        /** @description A call that began, or is in another state. */
        CallChange: {
            /** @description The number that its client is given to call. */
            accessCode: string;
            /** @description The user's channel. */
            channelId: string;
            /**
             * Format: int64
             * @description What to call it in requests.
             */
            id: number;
            /** @description What it was asked for with. */
            media: components["schemas"]["CallMedium"];
            /** @description The queue that it waits in or was served from; null where none has it. */
            queue?: null | string;
            /** @description How far it is. */
            state: components["schemas"]["CallState"];
            /** @description Whose call it is. */
            userId: string;
            /**
             * Format: int32
             * @description The agent who has it; null when none has.
             */
            workNo?: null | number;
        };
        /** @description A click-to-call. */
        CallDetails: {
            /** @description The number that its client is given to call. */
            accessCode: string;
            /** @description The user's channel. */
            channelId: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created: string;
            /** @description What its client was told, or is to be told at its next poll. */
            events: components["schemas"]["CallEventDetails"][];
            /**
             * Format: int64
             * @description What to call it in other requests.
             */
            id: number;
            /** @description The IVR flow that it is in, or that plays while it waits; null when it is in none. */
            ivr?: null | string;
            /**
             * @description The step of that flow: `2` for the second, `2/on/1/3` for the third behind its answer 1,
             *     `2/otherwise/1` for the first where no answer was right.
             */
            ivrStep?: null | string;
            /** @description What it was asked for with. */
            media: components["schemas"]["CallMedium"];
            /**
             * Format: int32
             * @description Its place in the queue, from 1; null when it does not wait.
             */
            place?: null | number;
            /** @description The queue that it waits in or was served from; null where a script decides. */
            queue?: null | string;
            /** @description How far it is. */
            state: components["schemas"]["CallState"];
            /** @description Whose call it is. */
            userId: string;
            /**
             * Format: int32
             * @description The agent who has it; null when none has.
             */
            workNo?: null | number;
        };
        /** @description One event of a call. */
        CallEventDetails: {
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
            /** @description Why the call ended, in words; null for other events. */
            causeDesc?: null | string;
            /**
             * Format: int32
             * @description Why the call ended, as a code; null for other events.
             */
            causeId?: null | number;
            /**
             * Format: int32
             * @description The `eventId` that its client reads, for example 168101.
             */
            eventId: number;
            /** @description Its name in a scenario's script. */
            name: components["schemas"]["CallEventName"];
            /**
             * Format: int64
             * @description Its number among all call events of the space.
             */
            number: number;
        };
        /**
         * @description The events of a call, by their names in a scenario's script.
         * @enum {string}
         */
        CallEventName: "unknown" | "connected" | "queued" | "queueTimeout" | "failed" | "transferred" | "released";
        /** @description What passed between the parties of a call, over all protocols on one axis. */
        CallLadder: {
            /**
             * Format: int64
             * @description The call.
             */
            callId: number;
            /** @description What is not told, in sentences: what was dropped, or never kept. */
            missing: string[];
            /**
             * @description The oldest first: requests of the call's user and their answers, but for polls that brought nothing; events; SIP of
             *     the customer and of the agent's phones; what became of the customer's media; and of a server that keeps packets
             *     (`--capture-media`) ICE, DTLS, RTP and RTCP of both, each kind of packet once, with how many there were.
             */
            steps: components["schemas"]["LadderStep"][];
        };
        /** @description The calls that live and the last ones that ended. */
        CallList: {
            /** @description The oldest first. */
            calls: components["schemas"]["CallDetails"][];
            /**
             * Format: int32
             * @description How many there are of which they are the latest, where no more were asked for.
             */
            total: number;
        };
        /** @description The media of one side of a call as the gateway has them, also after their end. They run in real time. */
        CallMedia: {
            /**
             * Format: int64
             * @description The call's id.
             */
            callId: number;
            /**
             * Format: double
             * @description From the offer to the end of the handshake; null before it.
             */
            connectedAfterMs?: null | number;
            /** @description How their keys were agreed. */
            dtls: components["schemas"]["DtlsDetails"];
            end?: null | components["schemas"]["MediaEnd"];
            /**
             * Format: int64
             * @description Packets that came to a phone's own ports from elsewhere than from the phone, and were passed over.
             */
            foreignPackets: number;
            /**
             * @description For 2 s or more in one piece no new picture came whole, though the client sent some, or sent nothing at all. A
             *     source that stands still itself is none.
             */
            frozenVideo: boolean;
            /**
             * @description The client was not silent: at least one packet of -50 dBov or louder came. Null when sound came and nothing tells
             *     how loud it is: Opus without the levels of RFC 6464.
             */
            heardAudio?: null | boolean;
            /** @description The way that media take. */
            ice: components["schemas"]["IcePair"];
            /** @description One for each m-line that was ever offered, refused ones too, in their order. */
            lines: components["schemas"]["MediaLine"][];
            /** @description For 2 s or more in one piece both sides might speak and only one sent. */
            oneWayAudio: boolean;
            recording?: null | components["schemas"]["MediaRecording"];
            /** @description What was refused of it, the last ten. */
            refused: components["schemas"]["RefusedMedia"][];
            /**
             * Format: int64
             * @description Packets that were forged, replayed or damaged.
             */
            rejectedPackets: number;
            /** @description A whole key frame of the client came, whenever in the call. */
            sawVideo: boolean;
            /** @description What sort of transport they have; only `dtls` has ICE and a handshake. */
            security: components["schemas"]["MediaSecurity"];
            /**
             * Format: int64
             * @description RTP packets of a payload type that no line has.
             */
            unclaimedPackets: number;
            /** @description The end in a sentence, with what helps; null where there is nothing to explain. */
            why?: null | string;
        };
        /**
         * @description What a call is asked for with.
         * @enum {string}
         */
        CallMedium: "voice" | "video";
        /** @description How many calls are in a state. */
        CallsInState: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description The state. */
            state: components["schemas"]["CallState"];
        };
        /**
         * @description How far a call is.
         * @enum {string}
         */
        CallState: "created" | "queuing" | "connected" | "dropped" | "ended";
        /** @description What to do with a space's time: one of the three. */
        ClockChange: {
            /** @description A length of time: `PT10M` or `10m`. */
            advance?: null | string;
            /**
             * @description Up to which moment.
             * @enum {string}
             */
            advanceTo?: "next";
            /**
             * @description Stop it, or let it run, this with Rate.
             * @enum {string}
             */
            mode?: "frozen" | "running";
            /**
             * Format: double
             * @description Seconds of space time in one second of real time; null for 1.
             */
            rate?: null | number;
        };
        /**
         * @description Whether a space's time moves by itself.
         * @enum {string}
         */
        ClockMode: "frozen" | "running";
        /** @description A space's time as it stood at one moment. */
        ClockState: {
            /**
             * Format: int32
             * @description How much is to happen by itself.
             */
            dueCount: number;
            /** @description Whether it moves by itself. */
            mode: components["schemas"]["ClockMode"];
            /**
             * Format: date-time
             * @description When something happens by itself; null for never.
             */
            nextDue?: null | string;
            /**
             * Format: date-time
             * @description The present moment.
             */
            now: string;
            /**
             * Format: double
             * @description Seconds of space time in one second of real time; null when it is frozen.
             */
            rate?: null | number;
        };
        /** @description What went through a line in one codec. */
        CodecUse: {
            /** @description Which. */
            codec: components["schemas"]["MediaCodec"];
            /**
             * Format: int64
             * @description RTP packets that came in it.
             */
            packetsIn: number;
            /**
             * Format: int64
             * @description RTP packets that were sent in it.
             */
            packetsOut: number;
        };
        /** @enum {unknown} */
        CommandKind: "Vendor" | "Control" | "HungUp" | "MediaInvited" | "MediaJoined" | "MediaSignal" | "MediaLeft" | "Phone" | "Answered" | "Reloaded" | "ProviderState" | "Reset" | "Clock" | "Moment" | "Sent" | "Settled" | "Restarted";
        /**
         * @description What somebody waits for.
         * @enum {string}
         */
        ContactKind: "call" | "chat";
        ContentBody: {
            comment?: null | string;
            mimeType: string;
            /** Format: int64 */
            size: number;
            text?: null | string;
        };
        CreatorBody: {
            name: string;
            version: string;
        };
        /** @description The DTLS association of a call. */
        DtlsDetails: {
            /** @description Whether the client's certificate is the one that its SDP named; null while it has shown none. */
            fingerprintMatches?: null | boolean;
            profile?: null | components["schemas"]["SrtpProfile"];
            /** @description Why it failed or was closed; null while it was not. */
            reason?: null | string;
            /** @description How far the handshake is. */
            state: components["schemas"]["DtlsState"];
        };
        /**
         * @description How far a DTLS association is.
         * @enum {string}
         */
        DtlsState: "new" | "handshaking" | "connected" | "closed" | "failed";
        /** @description One thing that happens by itself. */
        DueItem: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description In words, as in `queue wait`. */
            what: string;
        };
        /** @description What happens by itself in a space, as far as it is known now. */
        DueList: {
            /** @description The next 100 at most, in the order in which they will happen. */
            due: components["schemas"]["DueItem"][];
        };
        /** @description An event to let come to a call. */
        EventPush: {
            /** @description A step of a scenario's script, as in `"connected"`, or an event id. */
            event: components["schemas"]["JsonElement"];
            /** @description With an event id: its text; null for the documented one. */
            resultDesc?: null | string;
        };
        /** @description Why a request was answered as it was. */
        Explanation: {
            /** @description How it is known that CEC answers so; null where nothing was answered. */
            basis?: null | string;
            /** @description Of FIDELITY.md, which tells what is claimed of the interface. */
            chapter?: null | string;
            /** @description What decided, in a sentence. */
            decided: string;
            /** @description The document that the sections are of; null for a request that belongs to no space. */
            document?: null | string;
            /** @description The request and its answer. */
            entry: components["schemas"]["JournalEntry"];
            /** @description The faults that struck it. */
            faults: string[];
            /** @description The entry's id. */
            id: string;
            /** @description All of it in a few lines. */
            text: string;
            /** @description Each thing that was wrong with the request, the one that decided first. */
            wrong: components["schemas"]["BrokenRule"][];
        };
        /** @description The faults that are armed in a space. */
        FaultList: {
            /** @description In the order in which they are asked. */
            faults: components["schemas"]["ArmedFault"][];
        };
        /** @description One fact of CEC's protocol and how far the server can be believed to hold to it. */
        FidelityClaim: {
            /** @description What speaks against this reading; null where nothing does. */
            against?: null | string;
            /** @description How it is known; it begins with `documented`, `found` or `inferred`. */
            basis: string;
            /** @description The fact, in a sentence. */
            claim: string;
            /** @description The section and a name, such as `5.3/hold-10s`. */
            id: string;
            /** @description `route`, `header`, `field`, `code`, `text`, `event`, `limit` or `rule`. */
            kind: string;
            /** @description What is sent, and what must come back; null where nothing is to be seen. */
            observable?: null | string;
            /** @description Of FIDELITY.md, such as `5.3`. */
            section: string;
            /** @description `proven`, `shown`, `notProven`, `withoutTest` or `notBuilt`. */
            standing: string;
            /** @description The tests that show it. */
            tests: string[];
            /** @description Of the section, without its number. */
            title: string;
        };
        /** @description What is claimed of CEC's protocol. */
        FidelityClaimList: {
            /** @description By section. */
            claims: components["schemas"]["FidelityClaim"][];
        };
        /** @description Something that a client did though the documents forbid it or events get lost by it. */
        Finding: {
            /** @description The first ten times and the last ten. */
            cases: components["schemas"]["FindingCase"][];
            /** @description The id in FIDELITY.md of what was not heeded; null where no claim says it. */
            claim?: null | string;
            /** @description The rule's name, as `overlapping-polls`. */
            code: string;
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description The document that has the rule; `FIDELITY.md` where none of the vendor's has it. */
            document: string;
            /** @description How bad it is. */
            level: components["schemas"]["FindingLevel"];
            /** @description What to do instead. */
            mend: string;
            /** @description Where in it. */
            section: string;
            /** @description What the client did and what comes of it. */
            sentence: string;
        };
        /** @description One time that a rule was broken. */
        FindingCase: {
            /**
             * Format: date-time
             * @description When, in the space's time.
             */
            at: string;
            /** @description What was particular to it; null for nothing. */
            detail?: null | string;
            /** @description The journal's entry; null where no one request did it. */
            entry?: null | string;
            /** @description Whose client it was; null when that is not known. */
            user?: null | string;
        };
        /**
         * @description How bad a finding is, the worst last.
         * @enum {string}
         */
        FindingLevel: "info" | "warning" | "error";
        /** @description What the WebRTC gateway holds at this moment: all zero when nothing goes on. */
        GatewayUse: {
            /**
             * Format: int32
             * @description DTLS handshakes that are not over.
             */
            halfOpenHandshakes: number;
            /**
             * Format: int32
             * @description Calls that have media.
             */
            mediaCalls: number;
            /**
             * Format: int32
             * @description Dialogs.
             */
            sipCalls: number;
            /**
             * Format: int32
             * @description Timers that run.
             */
            sipTimers: number;
            /**
             * Format: int32
             * @description Requests that are not over, in both directions.
             */
            sipTransactions: number;
        };
        HarBody: {
            log: components["schemas"]["LogBody"];
        };
        HarEntryBody: {
            _cecsimId: string;
            cache: components["schemas"]["CacheBody"];
            comment?: null | string;
            request: components["schemas"]["HarRequestBody"];
            response: components["schemas"]["HarResponseBody"];
            /** Format: date-time */
            startedDateTime: string;
            /** Format: double */
            time: number;
            timings: components["schemas"]["TimingsBody"];
        };
        HarRequestBody: {
            /** Format: int64 */
            bodySize: number;
            cookies: components["schemas"]["PairBody"][];
            headers: components["schemas"]["PairBody"][];
            /** Format: int32 */
            headersSize: number;
            httpVersion: string;
            method: string;
            postData?: null | components["schemas"]["PostDataBody"];
            queryString: components["schemas"]["PairBody"][];
            url: string;
        };
        HarResponseBody: {
            /** Format: int64 */
            bodySize: number;
            content: components["schemas"]["ContentBody"];
            cookies: components["schemas"]["PairBody"][];
            headers: components["schemas"]["PairBody"][];
            /** Format: int32 */
            headersSize: number;
            httpVersion: string;
            redirectURL: string;
            /** Format: int32 */
            status: number;
            statusText: string;
        };
        /** @description The answer to a probe. */
        HealthReport: {
            /** @description What was asked about, and is so. */
            status: components["schemas"]["ServerHealth"];
        };
        /** @description A message that stands at a breakpoint until somebody lets it go. Secrets are masked. */
        HeldMessage: {
            body?: null | components["schemas"]["JournalBody"];
            /** @description The user's channel. */
            channelId?: null | string;
            /** @description Of the answer, where it is one; else of the request. */
            headers: components["schemas"]["JournalHeader"][];
            /** @description What to call it in other requests, as in `request-3`. */
            id: string;
            /** @description Of the request, or INVITE; null for an event. */
            method?: null | string;
            /** @description The request's; the poll's that an event is for; `invite` or `phone`. */
            operation: string;
            /**
             * Format: date-time
             * @description When it came there, in the space's time.
             */
            since: string;
            /** @description How far it has come. */
            stage: components["schemas"]["PauseStage"];
            /**
             * Format: int32
             * @description Of an answer; null for anything else.
             */
            status?: null | number;
            /** @description The path with its query, or the Request-URI; null for an event. */
            target?: null | string;
            /** @description Whose it is; null when that is not known. */
            userId?: null | string;
        };
        /** @description A long poll that waits on the server. */
        HeldPoll: {
            /** @description The user's channel. */
            channelId: string;
            /** @description The client is gone, and the server is about to notice. */
            connectionAborted: boolean;
            /**
             * Format: date-time
             * @description When it gets the empty answer; null once its answer is on the way.
             */
            due?: null | string;
            /** @description What to call it in other requests. */
            id: string;
            /** @description Of which interface. */
            kind: components["schemas"]["PollKind"];
            /**
             * Format: date-time
             * @description When it came.
             */
            since: string;
            /** @description Whose poll it is. */
            userId: string;
        };
        /** @description A token that a customer has. What stands in it is a secret. */
        HeldToken: {
            /** @description The user's channel. */
            channelId: string;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expiresAt: string;
            /** @description What to call it in other requests; an access token that several customers came with has one. */
            id: string;
            /** @description Which of the two. */
            kind: components["schemas"]["TokenKind"];
            /** @description How it stands. */
            state: components["schemas"]["TokenState"];
            /** @description Whose it is. */
            userId: string;
        };
        /** @description The two addresses that media go between. */
        IcePair: {
            /** @description The gateway's address and port; null before the first check. */
            local?: null | string;
            /** @description Where the client's checks come from; null before the first one. */
            remote?: null | string;
            /** @description Whether they reach each other. */
            state: components["schemas"]["IceState"];
        };
        /**
         * @description Whether media find their way (RFC 8445).
         * @enum {string}
         */
        IceState: "waiting" | "connected" | "consentLost";
        /** @description A body as far as the journal keeps it. */
        JournalBody: {
            /**
             * Format: int64
             * @description The length on the wire.
             */
            bytes: number;
            /** @description Whether more came than is kept. */
            cut: boolean;
            /** @description What is kept, with its secrets masked. */
            text: string;
        };
        /** @description A claim about what clients did: so many requests of that kind came. Without a number, that at least one came. */
        JournalClaim: {
            /**
             * Format: int32
             * @description So many or more.
             */
            atLeast?: null | number;
            /**
             * Format: int32
             * @description So many or fewer.
             */
            atMost?: null | number;
            /** @description The HTTP method. */
            method?: null | string;
            /** @description The last word of the path, as in `getClickToCallEvents`. */
            operation?: null | string;
            /** @description The path without its query. */
            path?: null | string;
            /** @description The `resultCode` of the answer. */
            resultCode?: null | string;
            /**
             * Format: date-time
             * @description Not before this moment of the space's time.
             */
            since?: null | string;
            /**
             * Format: int32
             * @description The HTTP status of the answer; 0 for requests that got none.
             */
            status?: null | number;
            /** @description Found anywhere in path, query or bodies; capitals do not matter. */
            text?: null | string;
            /**
             * Format: int32
             * @description Exactly so many; then neither of the others.
             */
            times?: null | number;
            /**
             * Format: date-time
             * @description Not after this moment of the space's time.
             */
            until?: null | string;
            /** @description The user that the request spoke for. */
            user?: null | string;
        };
        /** @description One request of a client and what really went out in answer. Secrets in it are masked. */
        JournalEntry: {
            /**
             * Format: date-time
             * @description When it came, in the space's time.
             */
            at: string;
            /** @description How it is known that CEC answers so. */
            basis?: null | string;
            /** @description The connection ended before the whole answer was out. */
            cutShort: boolean;
            /**
             * Format: double
             * @description How long its answer took, in milliseconds of real time.
             */
            durationMs: number;
            /** @description The faults that struck it; `cutByHand` for a poll that the control API cut. */
            faults: string[];
            /**
             * Format: double
             * @description How long a poll waited for its answer, from when it came, in milliseconds of the space's time; null for other
             *     requests.
             */
            heldMs?: null | number;
            /** @description The answer's header `X-CecSim-Id`. */
            id: string;
            /** @description A fault answered in place of CEC. */
            ofFault: boolean;
            /** @description The last word of its path; null where CEC has no such interface. */
            operation?: null | string;
            /** @description The rule that decided; null where none refused it. */
            refusal?: null | string;
            /** @description What came. */
            request: components["schemas"]["JournalRequest"];
            response?: null | components["schemas"]["JournalResponse"];
            /** @description The user that it spoke for; null where that did not come to be known. */
            user?: null | string;
            /** @description Each thing that was wrong with it, the one that decided first. */
            wrong: string[];
        };
        /** @description One header. */
        JournalHeader: {
            /** @description As it was spelt. */
            name: string;
            /** @description Secrets are masked. */
            value: string;
        };
        /** @description What a search in the journal found. */
        JournalPage: {
            /**
             * Format: int32
             * @description How many entries it found.
             */
            count: number;
            /**
             * Format: int64
             * @description How many entries the journal has dropped: what is found is not all there was.
             */
            dropped: number;
            /**
             * Format: date-time
             * @description The latest moment of which an entry was dropped; null when none was.
             */
            droppedUntil?: null | string;
            /** @description In the order in which the requests came. */
            entries: components["schemas"]["JournalEntry"][];
        };
        /** @description A request as it came. */
        JournalRequest: {
            body?: null | components["schemas"]["JournalBody"];
            /** @description In no particular order. */
            headers: components["schemas"]["JournalHeader"][];
            /** @description The HTTP method. */
            method: string;
            /** @description With scheme, host and query. */
            url: string;
        };
        /** @description What went out in answer. */
        JournalResponse: {
            body?: null | components["schemas"]["JournalBody"];
            /** @description In no particular order. */
            headers: components["schemas"]["JournalHeader"][];
            /** @description The `resultCode`, of operations that have one. */
            resultCode?: null | string;
            /**
             * Format: int32
             * @description The HTTP status; 0 where what went out was no HTTP.
             */
            status: number;
        };
        /** @description What became of a claim. */
        JournalVerdict: {
            /**
             * Format: int32
             * @description How many entries of the journal are meant by the claim.
             */
            count: number;
            /** @description Whether it surely holds. */
            holds: boolean;
            /** @description Where it does not hold, the entries that come nearest, matching ones first. */
            nearest: components["schemas"]["NearJournalEntry"][];
            /** @description The same, and whether it can be known. */
            outcome: components["schemas"]["VerdictOutcome"];
            /** @description The same in a sentence. */
            why: string;
        };
        JsonElement: unknown;
        JsonObject: Record<string, never>;
        /**
         * @description Who takes part in a call.
         * @enum {string}
         */
        LadderParty: "customer" | "cec" | "gateway" | "phone" | "agent";
        /**
         * @description What a step of a call was.
         * @enum {string}
         */
        LadderProtocol: "http" | "event" | "sip" | "media" | "ice" | "dtls" | "rtp" | "rtcp";
        /** @description One thing that passed from one party to another. */
        LadderStep: {
            /**
             * Format: double
             * @description How long after the first step, in milliseconds of real time.
             */
            afterMs: number;
            /**
             * Format: date-time
             * @description When, in the time of the space.
             */
            at: string;
            /** @description More of it: why it was refused, a fault that struck, the transport; null for nothing. */
            detail?: null | string;
            /** @description Who sent it. */
            from: components["schemas"]["LadderParty"];
            /** @description The entry of the journal that tells the whole of a request; null for others. */
            journal?: null | string;
            /** @description In a few words: a method and an operation, a status, an event. */
            label: string;
            /** @description A SIP message as it passed, without its secrets; null for others. */
            message?: null | string;
            /** @description What it was. */
            protocol: components["schemas"]["LadderProtocol"];
            /** @description Who got it. */
            to: components["schemas"]["LadderParty"];
        };
        /** @description Latencies that are about as long as each other. */
        LatencyBucket: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: int64
             * @description The longest that counts here; at most 1/64 above the shortest.
             */
            upToMicroseconds: number;
        };
        /** @description Latencies as counts, so that two readings can be taken from each other. */
        LatencyCounts: {
            /** @description Those that are not empty, the shortest first. */
            buckets: components["schemas"]["LatencyBucket"][];
            /**
             * Format: int64
             * @description How many were measured.
             */
            count: number;
            /**
             * Format: int64
             * @description All of them together, in microseconds.
             */
            sumMicroseconds: number;
        };
        LogBody: {
            creator: components["schemas"]["CreatorBody"];
            entries: components["schemas"]["HarEntryBody"][];
            version: string;
        };
        /** @description What a customer did with its media. */
        MediaChange: {
            /**
             * Format: int64
             * @description The call.
             */
            callId: number;
            /** @description Of `pressed`: one key or more. */
            keys?: null | string;
            report?: null | components["schemas"]["CallMedia"];
            /** @description What happened. */
            what: components["schemas"]["MediaChangeKind"];
        };
        /**
         * @description What can happen to a call's media.
         * @enum {string}
         */
        MediaChangeKind: "connected" | "pressed" | "held" | "resumed" | "ended";
        /** @enum {string} */
        MediaCodec: "opus" | "pcmu" | "pcma" | "vp8" | "h264" | "g722";
        /**
         * @description Who may send in an m-line, as the gateway sees it (RFC 8866, section 6.7).
         * @enum {string}
         */
        MediaDirection: "inactive" | "sendOnly" | "receiveOnly" | "sendReceive";
        /** @enum {string} */
        MediaEnd: "closed" | "closedByPeer" | "consentLost" | "handshakeFailed" | "neverConnected" | "neverSecured" | "mediaMissing";
        /**
         * @description One m-line of a call, in all of the call: through holds, changes of codec and senders, and when it is closed. In is
         *     from the client; levels are in dBov, from -127 (silence) to 0.
         */
        MediaLine: {
            /**
             * Format: int64
             * @description Their bytes, with what encryption adds.
             */
            bytesIn: number;
            /**
             * Format: int64
             * @description Their bytes, with what encryption adds.
             */
            bytesOut: number;
            codec?: null | components["schemas"]["MediaCodec"];
            /** @description What went in each of its codecs, in the order of their first use. */
            codecs: components["schemas"]["CodecUse"][];
            /** @description The keys that were pressed in this line (RFC 4733). */
            digits: string;
            /** @description As the gateway sees it. */
            direction: components["schemas"]["MediaDirection"];
            /**
             * Format: int64
             * @description Pictures of which every packet came.
             */
            framesIn: number;
            /**
             * Format: int32
             * @description Seconds, of at least two in one piece, in which no new picture came whole though the client sent some, or sent
             *     nothing at all. Of a source that stands still itself there are none.
             */
            frozenSeconds: number;
            /**
             * Format: double
             * @description How unsteadily packets come (RFC 3550, section 6.4.1).
             */
            jitterMs: number;
            /**
             * Format: int64
             * @description How often the client asked for one.
             */
            keyFrameRequestsIn: number;
            /**
             * Format: int64
             * @description How often the gateway asked for one.
             */
            keyFrameRequestsOut: number;
            /**
             * Format: int64
             * @description Those that need no other picture.
             */
            keyFramesIn: number;
            /** @description `audio`, `video`, or what is not carried, as `application`. */
            kind: string;
            /**
             * Format: int32
             * @description How loud the client was last; null when nothing tells.
             */
            level?: null | number;
            /**
             * Format: int64
             * @description Packets that were lost on their way, by their numbers, whether or not a retransmission made up for them.
             */
            lostIn: number;
            /**
             * Format: int32
             * @description Packets that were lost on their way to the client, by its reports; null before the first.
             */
            lostOut?: null | number;
            /** @description Its name in the SDP. */
            mid: string;
            /**
             * Format: int64
             * @description How often the client asked for packets that it missed (RFC 4585).
             */
            nacksIn: number;
            /**
             * Format: int64
             * @description How often the gateway did.
             */
            nacksOut: number;
            /**
             * Format: int32
             * @description Seconds, of at least two in a row, in which both sides might send and only the client did.
             */
            onlyInSeconds: number;
            /**
             * Format: int32
             * @description The same of the gateway.
             */
            onlyOutSeconds: number;
            /**
             * Format: int64
             * @description RTP packets that came, without retransmissions (RFC 4588).
             */
            packetsIn: number;
            /**
             * Format: int64
             * @description RTP packets that were sent.
             */
            packetsOut: number;
            /**
             * Format: int32
             * @description How loud it was at most.
             */
            peakLevel?: null | number;
            /** @description Why it is refused or closed; null while it is active. */
            reason?: null | string;
            /**
             * Format: int64
             * @description Packets that the client sent again, on a stream of their own.
             */
            retransmittedIn: number;
            /**
             * Format: int64
             * @description Packets that the gateway sent again.
             */
            retransmittedOut: number;
            /**
             * Format: double
             * @description How long a report takes there and back; null before the client's first report.
             */
            roundTripMs?: null | number;
            /** @description Whether it carries anything. */
            state: components["schemas"]["MediaLineState"];
            /**
             * Format: int64
             * @description Packets of -50 dBov or louder.
             */
            voicedPackets: number;
        };
        /**
         * @description Whether an m-line carries anything.
         * @enum {string}
         */
        MediaLineState: "active" | "refused" | "closed";
        /** @description What the server wrote down of a call. */
        MediaRecording: {
            /** @description The files are closed. */
            complete: boolean;
            /** @description Why nothing more is written, as a full disk; null while nothing hinders it. */
            failure?: null | string;
            /**
             * @description One for each m-line that packets of the customer came on, and one of both sides in stereo once an agent has answered
             *     at a phone, with the customer at the left.
             */
            files: components["schemas"]["RecordedFile"][];
            /**
             * Format: int64
             * @description Packets that came and are in no file: beyond a limit, late, of a broken picture.
             */
            notWritten: number;
            /**
             * Format: int64
             * @description Packets that are in them.
             */
            written: number;
        };
        /**
         * @description What sort of transport the media of a call have.
         * @enum {string}
         */
        MediaSecurity: "dtls" | "plain" | "sdes" | "dtlsWithoutIce";
        /** @description The media of all calls of a space that have some now. */
        MediaStatistics: {
            /**
             * Format: int32
             * @description Calls that have media.
             */
            calls: number;
            /**
             * Format: double
             * @description The largest jitter of what came, RFC 3550, in milliseconds; null when nothing came.
             */
            jitterMs?: null | number;
            /**
             * Format: double
             * @description Of the RTP packets that were to come from customers, those that did not, from 0 to 100; null when none came.
             */
            lossInPercent?: null | number;
            /**
             * Format: double
             * @description Of the RTP packets that went to customers, those that they say did not come, from 0 to 100; null when none tells.
             */
            lossOutPercent?: null | number;
            /**
             * Format: double
             * @description The longest way there and back, in milliseconds; null when none is known.
             */
            roundTripMs?: null | number;
        };
        /** @description What a message at a breakpoint is let go with; nothing to let it go as it is. */
        MessageRelease: {
            /**
             * @description The body of that answer. What stands for a secret in the body that was looked at is the secret again. Of an INVITE:
             *     the reason beside its status, one line of up to 100 characters.
             */
            body?: null | string;
            /** @description Of that answer; JSON's, or that which it has, when absent. */
            contentType?: null | string;
            /**
             * Format: int32
             * @description Of a request: the answer that it gets, 200 where only the rest is said. Of an answer: its other status. Both are 200
             *     to 599. Of an INVITE: what it is refused with, 300 to 699.
             */
            status?: null | number;
        };
        /** @description An entry that comes near a claim. */
        NearJournalEntry: {
            /** @description What keeps it from being meant, in words; empty for one that is. */
            differences: string[];
            /** @description The entry. */
            entry: components["schemas"]["JournalEntry"];
        };
        /** @description What is to be saved. */
        NewSnapshot: {
            /** @description 1 to 60 characters of a-z, 0-9 and `-`; no other snapshot has it. */
            name: string;
            /** @description The space's name. */
            space: string;
        };
        /** @description What to make a space from: a scenario by name or as text, or neither for the demo contact centre. */
        NewSpace: {
            clock?: null | components["schemas"]["StartClock"];
            /** @description The text of a scenario, YAML or JSON. */
            inline?: null | string;
            /** @description What complaints about string? NewSpace.Inline call it, as in `shop.yaml`; null for inline. */
            inlineName?: null | string;
            /** @description A name of one's own; null for the scenario's, with a number where that is taken. */
            name?: null | string;
            /** @description Whether the space gets credentials of its own even where the scenario names some. */
            ownCredentials?: boolean;
            /** @description The name of a scenario that the server was started with, or of one that is shipped. */
            scenario?: null | string;
        };
        /** @description One kind of what others do wrong. */
        Nuisance: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description In a sentence. */
            description: string;
            /** @description As the metric `cecsim.nuisances` names it. */
            name: string;
        };
        PairBody: {
            name: string;
            value: string;
        };
        /**
         * @description How far a message at a breakpoint has come.
         * @enum {string}
         */
        PauseStage: "request" | "answer" | "event" | "invite";
        /** @description A softphone that registered, or can no longer be called. */
        PhoneChange: {
            /** @description Whether it can be called now. */
            isRegistered: boolean;
            /** @description The phone. */
            phone: components["schemas"]["PhoneDetails"];
        };
        /** @description Where a softphone is to be reached. */
        PhoneDetails: {
            /** @description The SIP account that it registered with. */
            account: string;
            /** @description The URI that the phone gave. */
            contact: string;
            /**
             * Format: date-time
             * @description When it is forgotten unless it registers again, in the space's time.
             */
            expiresAt: string;
            /** @description The address and port that it registered from; null where the host does not know it. */
            from?: null | string;
            /** @description Whether it answers OPTIONS; null where it was sent none, or has not yet answered. */
            isReachable?: null | boolean;
            /** @description What it registered by. */
            transport: components["schemas"]["PhoneTransport"];
            /** @description What it says it is; null where it says nothing. */
            userAgent?: null | string;
            /**
             * Format: int32
             * @description The agent whose account it is; null where the space has none.
             */
            workNo?: null | number;
        };
        /** @description The softphones that are registered in a space. */
        PhoneList: {
            /** @description By account; of one account the newest first. */
            phones: components["schemas"]["PhoneDetails"][];
            /** @description The last that were refused, the oldest first. */
            refused: components["schemas"]["RefusedPhone"][];
        };
        /**
         * @description What SIP comes by.
         * @enum {string}
         */
        PhoneTransport: "udp" | "tcp" | "tls" | "ws" | "wss";
        /**
         * @description The interfaces that hold polls.
         * @enum {string}
         */
        PollKind: "clickToCall" | "chat";
        /** @description The long polls that a space holds. */
        PollList: {
            /** @description The oldest first. */
            polls: components["schemas"]["HeldPoll"][];
            /**
             * Format: int32
             * @description How many there are of which they are the first, where no more were asked for.
             */
            total: number;
        };
        /** @description What a poll is released with; nothing for the empty answer. */
        PollRelease: {
            /** @description A call event as for a call, or the text of a chat message. */
            event?: unknown;
            /** @description With an event id: its text; null for the documented one. */
            resultDesc?: null | string;
        };
        PostDataBody: {
            comment?: null | string;
            mimeType: string;
            text: string;
        };
        Problem: {
            /** @description What in particular, and what to do about it. */
            detail: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong, for people. */
            title: string;
            /**
             * @description What went wrong, for programs, and the status that comes with it: urn:cecsim:problem:bad-request 400; urn:cecsim:problem:route-unknown 404; urn:cecsim:problem:method-not-allowed 405; urn:cecsim:problem:body-too-large 413; urn:cecsim:problem:not-json 415; urn:cecsim:problem:content-coded 415; urn:cecsim:problem:key-missing 401; urn:cecsim:problem:too-many-wrong-keys 429; urn:cecsim:problem:host-foreign 403; urn:cecsim:problem:origin-foreign 403; urn:cecsim:problem:space-unknown 404; urn:cecsim:problem:space-failed 409; urn:cecsim:problem:scenario-unknown 404; urn:cecsim:problem:scenario-broken 422; urn:cecsim:problem:name-taken 409; urn:cecsim:problem:credentials-taken 409; urn:cecsim:problem:too-many-spaces 409; urn:cecsim:problem:too-many-agents 409; urn:cecsim:problem:poll-unknown 404; urn:cecsim:problem:not-waiting 409; urn:cecsim:problem:call-unknown 404; urn:cecsim:problem:no-call 409; urn:cecsim:problem:no-media 409; urn:cecsim:problem:call-over 409; urn:cecsim:problem:agent-unknown 404; urn:cecsim:problem:agent-refuses 409; urn:cecsim:problem:fault-unknown 404; urn:cecsim:problem:too-many-faults 409; urn:cecsim:problem:too-many-followers 409; urn:cecsim:problem:too-many-trials 409; urn:cecsim:problem:clock-ends 409; urn:cecsim:problem:state-unknown 400; urn:cecsim:problem:state-impossible 409; urn:cecsim:problem:entry-unknown 404; urn:cecsim:problem:nothing-recorded 409; urn:cecsim:problem:cannot-be-repeated 409; urn:cecsim:problem:moment-broken 422; urn:cecsim:problem:token-unknown 404; urn:cecsim:problem:not-ready 503; urn:cecsim:problem:bug 500; urn:cecsim:problem:time-stands 409; urn:cecsim:problem:message-unknown 404; urn:cecsim:problem:no-recording 409; urn:cecsim:problem:snapshot-unknown 404; urn:cecsim:problem:too-many-snapshots 409; urn:cecsim:problem:cannot-be-kept 503.
             * @enum {string}
             */
            type: "urn:cecsim:problem:bad-request" | "urn:cecsim:problem:route-unknown" | "urn:cecsim:problem:method-not-allowed" | "urn:cecsim:problem:body-too-large" | "urn:cecsim:problem:not-json" | "urn:cecsim:problem:content-coded" | "urn:cecsim:problem:key-missing" | "urn:cecsim:problem:too-many-wrong-keys" | "urn:cecsim:problem:host-foreign" | "urn:cecsim:problem:origin-foreign" | "urn:cecsim:problem:space-unknown" | "urn:cecsim:problem:space-failed" | "urn:cecsim:problem:scenario-unknown" | "urn:cecsim:problem:scenario-broken" | "urn:cecsim:problem:name-taken" | "urn:cecsim:problem:credentials-taken" | "urn:cecsim:problem:too-many-spaces" | "urn:cecsim:problem:too-many-agents" | "urn:cecsim:problem:poll-unknown" | "urn:cecsim:problem:not-waiting" | "urn:cecsim:problem:call-unknown" | "urn:cecsim:problem:no-call" | "urn:cecsim:problem:no-media" | "urn:cecsim:problem:call-over" | "urn:cecsim:problem:agent-unknown" | "urn:cecsim:problem:agent-refuses" | "urn:cecsim:problem:fault-unknown" | "urn:cecsim:problem:too-many-faults" | "urn:cecsim:problem:too-many-followers" | "urn:cecsim:problem:too-many-trials" | "urn:cecsim:problem:clock-ends" | "urn:cecsim:problem:state-unknown" | "urn:cecsim:problem:state-impossible" | "urn:cecsim:problem:entry-unknown" | "urn:cecsim:problem:nothing-recorded" | "urn:cecsim:problem:cannot-be-repeated" | "urn:cecsim:problem:moment-broken" | "urn:cecsim:problem:token-unknown" | "urn:cecsim:problem:not-ready" | "urn:cecsim:problem:bug" | "urn:cecsim:problem:time-stands" | "urn:cecsim:problem:message-unknown" | "urn:cecsim:problem:no-recording" | "urn:cecsim:problem:snapshot-unknown" | "urn:cecsim:problem:too-many-snapshots" | "urn:cecsim:problem:cannot-be-kept";
        };
        /** @description One state. */
        ProviderState: {
            /** @description What is so afterwards. */
            about: string;
            /** @description What the pact's `given` says. */
            name: string;
            /** @description What it takes besides the common parameters. */
            params: components["schemas"]["ProviderStateParam"][];
            /** @description What it gives besides the common values. */
            values: string[];
        };
        /** @description The states that a pact can ask for. */
        ProviderStateList: {
            /** @description What every state takes. */
            commonParams: components["schemas"]["ProviderStateParam"][];
            /** @description What every state gives. */
            commonValues: string[];
            /** @description The states. */
            states: components["schemas"]["ProviderState"][];
        };
        /** @description A parameter of a state. */
        ProviderStateParam: {
            /** @description What it says, and what counts without it. */
            about: string;
            /** @description Its key. */
            name: string;
        };
        /** @description An event that a client has to fetch. */
        QueuedCallEvent: {
            /**
             * Format: int64
             * @description The call; null when the user has none.
             */
            callId?: null | number;
            /** @description The event. */
            event: components["schemas"]["CallEventDetails"];
            /** @description Whose it is. */
            userId: string;
        };
        /** @description A skill queue. */
        QueueDetails: {
            /** @description Null where the scenario gives none. */
            description?: null | string;
            /**
             * Format: int32
             * @description Of these, those who are idle.
             */
            idle: number;
            /** @description Its name in the scenario. */
            name: string;
            /**
             * Format: int32
             * @description Of its agents, those who are signed in and take contacts.
             */
            onDuty: number;
            /** @description What it is for. */
            type: components["schemas"]["QueueType"];
            /** @description Who waits, in the order of arrival. */
            waiting: components["schemas"]["WaitingContact"][];
        };
        /** @description The skill queues of a space. */
        QueueList: {
            /** @description As the scenario has them. */
            queues: components["schemas"]["QueueDetails"][];
        };
        /**
         * @description What a skill queue is for.
         * @enum {string}
         */
        QueueType: "voice" | "multimedia" | "video" | "voiceClickToDial" | "videoClickToDial";
        RecordedCommand: {
            accessCode?: null | string;
            account?: null | string;
            /** Format: date-time */
            at: string;
            body?: null | string;
            kind: components["schemas"]["CommandKind"];
            method?: null | string;
            /** Format: int32 */
            of?: null | number;
            path?: null | string;
            signal?: null | string;
            text?: null | string;
            values?: null | {
                [key: string]: string;
            };
        };
        /** @description A file of a recording. */
        RecordedFile: {
            /**
             * Format: int64
             * @description How long it is.
             */
            bytes: number;
            /** @description The m-line that it is of; `both` for that of both sides. */
            mid: string;
            /** @description Where it lies on the server's machine. */
            path: string;
        };
        /** @description Something that the client asked for a call's media and was refused. */
        RefusedMedia: {
            /**
             * Format: date-time
             * @description In space time.
             */
            at: string;
            /** @description `INVITE`, `UPDATE` and so on. */
            method: string;
            /**
             * Format: int32
             * @description Of SIP: 400 to 699.
             */
            status: number;
            /** @description In a sentence. */
            why: string;
        };
        /** @description A softphone that wanted to register and was refused. */
        RefusedPhone: {
            /** @description The account that it named. */
            account: string;
            /**
             * Format: date-time
             * @description When, in the space's time.
             */
            at: string;
            /** @description The domain that it named. */
            domain: string;
            /** @description The address and port that it came from; null where the host does not know it. */
            from?: null | string;
            /** @description What it came by. */
            transport: components["schemas"]["PhoneTransport"];
            /** @description In a sentence: a wrong password, an unknown account, a foreign domain, or what else. */
            why: string;
        };
        /** @description Something that a client did wrong. */
        ReportedFinding: {
            /** @description The rule, as in Finding. */
            code: string;
            /** @description What was particular to it; null for nothing. */
            detail?: null | string;
            /** @description The journal's entry; null where no one request did it. */
            entry?: null | string;
            /** @description How bad it is. */
            level: components["schemas"]["FindingLevel"];
            /** @description What the client did and what comes of it. */
            sentence: string;
            /** @description Whose client it was; null when that is not known. */
            user?: null | string;
        };
        /** @description What of a space begins anew. */
        ResetRequest: {
            /**
             * @description How much.
             * @default all
             * @enum {string}
             */
            scope?: "state" | "journal" | "faults" | "clock" | "all";
        };
        /** @enum {string} */
        ResetScope: "state" | "journal" | "faults" | "clock" | "all";
        /** @description What is to be said of a scenario that is being written. */
        ScenarioCheck: {
            /** @description What it says that happens in it; null where it is not sound or says nothing. */
            about?: null | string;
            /** @description In the order of the text; none where it is sound. */
            mistakes: components["schemas"]["ScenarioMistake"][];
            /** @description What it is called; null where it is not sound. */
            name?: null | string;
        };
        /** @description A scenario that is being written. */
        ScenarioDraft: {
            /** @description YAML, as a scenario file has it; at most 1 MB. */
            text: string;
        };
        /** @description One thing that is wrong in a scenario, and how to put it right. */
        ScenarioMistake: {
            /** @description What is allowed instead; null where that is not known. */
            allowed?: null | string;
            /**
             * Format: int32
             * @description Counted from 1; 0 when it is about the whole.
             */
            column: number;
            /** @description What was probably meant; null where that is not known. */
            didYouMean?: null | string;
            /** @description The scenario is sound; but what it says there has no effect. */
            isWarning: boolean;
            /**
             * Format: int32
             * @description Counted from 1; 0 when it is about the whole and not about a place in it.
             */
            line: number;
            /** @description What is wrong. */
            message: string;
        };
        /** @description The text of a scenario. */
        ScenarioText: {
            /** @description What it is called. */
            name: string;
            /** @description YAML, as a scenario file has it. */
            text: string;
        };
        /** @description What a client that does as the documents say sees of a scenario. */
        ScenarioTrial: {
            /**
             * Format: int32
             * @description How many rules were not tried, because there was no more time for it.
             */
            leftOut: number;
            /** @description One for each rule of `calls`, in their order; one where there is no rule. */
            runs: components["schemas"]["TrialRun"][];
        };
        /** @description All failures of one kind: exceptions that nobody waited for. */
        ServerFailure: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What ran. */
            place: string;
            /** @description What the first of them said. */
            why: string;
        };
        /**
         * @description How a server that answers is.
         * @enum {string}
         */
        ServerHealth: "live" | "ready";
        /** @description What the server measured of itself since it started, of all spaces. */
        ServerLatency: {
            /** @description From the moment when an event was due to its written response, in space time. */
            events: components["schemas"]["LatencyCounts"];
        };
        /** @description What the server costs its machine, and what went wrong in it. */
        ServerProcess: {
            /**
             * Format: int64
             * @description Processor time of all its threads, since it started.
             */
            cpuMilliseconds: number;
            /** @description Defects of CecSim, by kind; empty where all is well. */
            failures: components["schemas"]["ServerFailure"][];
            /** @description What the WebRTC gateway holds. */
            gateway: components["schemas"]["GatewayUse"];
            /**
             * Format: int32
             * @description Long polls that wait, of all spaces.
             */
            heldPolls: number;
            /**
             * Format: int64
             * @description What lives on the managed heap.
             */
            managedBytes: number;
            /** @description What others did wrong and was passed over, by kind. */
            nuisances: components["schemas"]["Nuisance"][];
            /**
             * Format: int64
             * @description What waits for one of them.
             */
            pendingWork: number;
            /**
             * Format: int64
             * @description What the process has of the machine's memory.
             */
            residentBytes: number;
            /**
             * Format: int32
             * @description Threads of the pool.
             */
            threads: number;
        };
        /** @description A SIP message that came or went, without what it says: a call's ladder has that. */
        SipMessagePassed: {
            /** @description The account of the agent's phone at its end; null for none. */
            account?: null | string;
            /**
             * Format: int64
             * @description The call that it belongs to; null for none.
             */
            callId?: null | number;
            /** @description Whether it came from the peer. */
            isIncoming: boolean;
            /** @description What is asked, or what the answer is for, as in `REGISTER`. */
            method: string;
            /** @description The address at the other end; null where it is not known. */
            peer?: null | string;
            /** @description Of an answer: its reason phrase; null for a request. */
            reason?: null | string;
            /** @description Its `Call-ID`. */
            sipCallId: string;
            /**
             * Format: int32
             * @description Of an answer; null for a request.
             */
            status?: null | number;
            /** @description What it passed over. */
            transport: components["schemas"]["PhoneTransport"];
        };
        /** @description A space as it stood, under a name, to be made again. */
        SnapshotDetails: {
            /**
             * Format: int64
             * @description What it weighs as JSON.
             */
            bytes: number;
            /**
             * Format: int32
             * @description How many commands had brought it there.
             */
            commands: number;
            /** @description What to call it in other requests. */
            name: string;
            /**
             * Format: date-time
             * @description The space's time at that moment.
             */
            now: string;
            /**
             * Format: date-time
             * @description When it was saved, in real time.
             */
            saved: string;
            /** @description Which space it was. */
            space: string;
        };
        /** @description Something that two snapshots do not have in common. */
        SnapshotDifference: {
            /** @description What the second has there, as JSON; null for nothing. */
            after?: null | string;
            /** @description What the first has there, as JSON; null for nothing. */
            before?: null | string;
            /** @description Where, as in `calls[0].state`. */
            path: string;
        };
        /** @description How one snapshot differs from another: in calls, polls, agents, queues, faults and tokens. */
        SnapshotDifferences: {
            /** @description The first hundred. */
            differences: components["schemas"]["SnapshotDifference"][];
            /**
             * Format: int32
             * @description How many there are.
             */
            total: number;
        };
        /** @description The snapshots that a server keeps. */
        SnapshotList: {
            /** @description The oldest first. */
            snapshots: components["schemas"]["SnapshotDetails"][];
        };
        /** @description Where a snapshot is to be made again. */
        SnapshotLoad: {
            /**
             * @description The name of the space. Null for that which it had: it takes the place of the space that has the name now. Under
             *     another name it stands beside that, with credentials of its own where another space has those.
             */
            space?: null | string;
        };
        /** @description A space, with all that a CEC client needs to use it. */
        SpaceDetails: {
            /** @description Where its server listens. */
            addresses: string[];
            /** @description The `app_key` of tokenByAkSk, and the header `x-app-key`. */
            appKey: string;
            /** @description The `app_secret` of tokenByAkSk. */
            appSecret: string;
            /** @description The `channelId`s of applyToken. */
            channelIds: string[];
            /** @description Its time. */
            clock: components["schemas"]["ClockState"];
            /** @description Its name on the server. */
            name: string;
            /** @description The CEC version that it imitates. */
            profile: string;
            /** @description The scenario that it was made from. */
            scenario: string;
            /**
             * Format: uint64
             * @description Where its random draws and ids come from.
             */
            seed: number;
            /** @description Whether anything happens in it. */
            state: components["schemas"]["SpaceState"];
            /** @description The tenant space id. */
            tenantSpaceId: string;
            /** @description What it failed by; null while it runs. */
            why?: null | string;
        };
        /** @description What the clients of one space did wrong. */
        SpaceFindings: {
            /** @description The worst first. */
            findings: components["schemas"]["Finding"][];
            /** @description The space; null for requests that belong to none. */
            space?: null | string;
            /** @description The codes of all rules that are watched, those that nobody broke too. */
            watched: string[];
        };
        /** @description The spaces of a server. */
        SpaceList: {
            /** @description What a space can be made from by name: what the server was started with comes first. */
            scenarios: string[];
            /** @description In the order of their creation. */
            spaces: components["schemas"]["SpaceDetails"][];
        };
        /** @description To which earlier point a second space is brought: after so many commands, or to a moment. */
        SpaceReplay: {
            /**
             * Format: date-time
             * @description To this moment, in the space's time; one of the two.
             */
            at?: null | string;
            /**
             * Format: int32
             * @description After so many commands, from 0.
             */
            commands?: null | number;
            /** @description The second space's name; null for one that is free. */
            name?: null | string;
        };
        SpaceSnapshot: {
            appKey: string;
            appSecret: string;
            name: string;
            /** Format: date-time */
            now: string;
            profile: string;
            /** Format: double */
            rate?: number;
            /** Format: int32 */
            resetsCount: number;
            scenario?: null | string;
            /** Format: uint64 */
            seed: number;
            seedKey?: null | string;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["JsonObject"];
            steps: components["schemas"]["RecordedCommand"][];
            tenantSpaceId: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Whether anything happens in a space.
         * @enum {string}
         */
        SpaceState: "running" | "failed";
        /** @description What a space comes to at one moment, in counts: little to ask for, however much goes on. */
        SpaceStatistics: {
            /** @description The calls that are remembered, by state; a state that none is in is left out. */
            calls: components["schemas"]["CallsInState"][];
            /**
             * Format: int64
             * @description Requests and events that the faults which are armed now have struck.
             */
            faultStrikes: number;
            /**
             * Format: int32
             * @description Long polls that wait.
             */
            heldPolls: number;
            /** @description What the gateway carries for its calls. */
            media: components["schemas"]["MediaStatistics"];
            /**
             * Format: date-time
             * @description The space's time.
             */
            now: string;
            /**
             * Format: int64
             * @description Requests of its clients since it was made or reset as a whole; those under way and those that the journal has
             *     dropped too.
             */
            requests: number;
            /**
             * Format: int32
             * @description Contacts that wait in queues.
             */
            waiting: number;
        };
        /** @enum {string} */
        SrtpProfile: "aesCm128HmacSha1Tag80" | "aeadAes128Gcm" | "aesCm128HmacSha1Tag32";
        /** @description How a space's time begins. */
        StartClock: {
            /** @description Whether it moves by itself. */
            mode: components["schemas"]["ClockMode"];
            /**
             * Format: double
             * @description Seconds of space time in one second of real time, where it runs.
             * @default 1
             */
            rate?: number;
            /**
             * Format: date-time
             * @description The first moment; null for now, or for a fixed moment where time stands still.
             */
            startsAt?: null | string;
        };
        /** Format: binary */
        Stream: string;
        /** @description Something that has just happened in a space. Besides the moment it has what its kind is about. */
        StreamEvent: {
            agent?: null | components["schemas"]["AgentDetails"];
            /**
             * Format: date-time
             * @description When, in the space's time.
             */
            at: string;
            call?: null | components["schemas"]["CallChange"];
            callEvent?: null | components["schemas"]["QueuedCallEvent"];
            /**
             * Format: int64
             * @description Of `dropped`: how many are missing in this place, because they came faster than they were read.
             */
            dropped?: null | number;
            entry?: null | components["schemas"]["JournalEntry"];
            /**
             * Format: int32
             * @description Of `pollReleased`: how many events the answer carries.
             */
            events?: null | number;
            /**
             * @description Of `failed`: why nothing happens in the space any more. A reset heals it, which is told as `reset`,
             *     and then as `healed`.
             */
            failed?: null | string;
            finding?: null | components["schemas"]["ReportedFinding"];
            media?: null | components["schemas"]["MediaChange"];
            message?: null | components["schemas"]["HeldMessage"];
            phone?: null | components["schemas"]["PhoneChange"];
            poll?: null | components["schemas"]["HeldPoll"];
            reset?: null | components["schemas"]["ResetScope"];
            sip?: null | components["schemas"]["SipMessagePassed"];
            /** @description Of `following`: the space. */
            space?: null | string;
        };
        TimingsBody: {
            /** Format: double */
            receive: number;
            /** Format: double */
            send: number;
            /** Format: double */
            wait: number;
        };
        /**
         * @description The tokens that a customer needs.
         * @enum {string}
         */
        TokenKind: "access" | "messaging";
        /** @description Who has which token. */
        TokenList: {
            /**
             * Format: int32
             * @description How many of all those a request may come with.
             */
            good: number;
            /**
             * @description By customer, the access token first; those that are not good any more too. Where the soonest were asked for, those
             *     that are good, by their ends.
             */
            tokens: components["schemas"]["HeldToken"][];
            /**
             * Format: int32
             * @description How many there are of which they are the first, where no more were asked for.
             */
            total: number;
        };
        /**
         * @description How a token stands.
         * @enum {string}
         */
        TokenState: "live" | "replaced" | "expired" | "revoked";
        /** @description A request of a tried call with its answer. */
        TrialRequest: {
            /**
             * Format: int64
             * @description From the space's beginning until its answer, in ms of the space's time.
             */
            answeredAfterMs: number;
            /**
             * Format: int32
             * @description How many requests it stands for: of empty polls one after the other all.
             * @default 1
             */
            count?: number;
            /**
             * Format: int32
             * @description The event that a poll brought; null for none.
             */
            eventId?: null | number;
            /** @description Why it was refused or not answered; null where there is nothing to say. */
            note?: null | string;
            /** @description Its operation, such as `createClickToCall`. */
            operation: string;
            /** @description The answer's result code; null where it has none. */
            resultCode?: null | string;
            /**
             * Format: int64
             * @description From the space's beginning until it was sent, in ms of the space's time.
             */
            sentAfterMs: number;
            /**
             * Format: int32
             * @description Null when no answer came.
             */
            status?: null | number;
        };
        /** @description One call of a scenario, in a space of its own whose time is skipped. */
        TrialRun: {
            /** @description By which channel; null where no call comes to the rule. */
            channelId?: null | string;
            /** @description The story was told to its end, or its call was refused as CEC refuses one. */
            isSound: boolean;
            /**
             * @description What the call asked for; null where no call comes to the rule.
             * @enum {string}
             */
            media?: "voice" | "video";
            /** @description How it ended, in words. */
            outcome: string;
            /** @description What its client sent, and what came; empty polls one after the other are one. */
            requests: components["schemas"]["TrialRequest"][];
            /**
             * Format: int32
             * @description The number of the rule of `calls` that decides it, from 1; null without rules.
             */
            rule?: null | number;
            /** @description Who called; null where no call comes to the rule. */
            userId?: null | string;
        };
        /**
         * @description What became of a claim.
         * @enum {string}
         */
        VerdictOutcome: "holds" | "doesNotHold" | "cannotBeKnown";
        /** @description Someone who waits in a queue. */
        WaitingContact: {
            /** @description The user's channel. */
            channelId: string;
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            due: string;
            /** @description What for. */
            kind: components["schemas"]["ContactKind"];
            /**
             * Format: int32
             * @description The place, from 1.
             */
            place: number;
            /**
             * Format: date-time
             * @description When the waiting in this queue began.
             */
            since: string;
            /** @description Who waits. */
            userId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get-explain-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    "get-fidelity": {
        parameters: {
            query?: {
                basis?: string;
                section?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FidelityClaimList"];
                };
            };
        };
    };
    "get-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllFindings"];
                };
            };
        };
    };
    "get-health-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReport"];
                };
            };
        };
    };
    "get-health-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReport"];
                };
            };
        };
    };
    "post-import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpaceSnapshot"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "get-journal": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                method?: string;
                operation?: string;
                path?: string;
                resultCode?: string;
                since?: string;
                status?: string;
                text?: string;
                until?: string;
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
        };
    };
    "delete-journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-journal-har": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                method?: string;
                operation?: string;
                path?: string;
                resultCode?: string;
                since?: string;
                status?: string;
                text?: string;
                until?: string;
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarBody"];
                };
            };
        };
    };
    "post-journal-verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["JournalClaim"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalVerdict"];
                };
            };
        };
    };
    "get-latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerLatency"];
                };
            };
        };
    };
    "get-pact-provider-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStateList"];
                };
            };
        };
    };
    "post-pact-provider-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["JsonElement"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
        };
    };
    "get-process": {
        parameters: {
            query?: {
                collect?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerProcess"];
                };
            };
        };
    };
    "get-scenarios-scenarioName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scenarioName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioText"];
                };
            };
        };
    };
    "post-scenarios-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioCheck"];
                };
            };
        };
    };
    "post-scenarios-try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioTrial"];
                };
            };
        };
    };
    "get-snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
        };
    };
    "post-snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSnapshot"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDetails"];
                };
            };
        };
    };
    "get-snapshots-snapshotName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshotName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceSnapshot"];
                };
            };
        };
    };
    "delete-snapshots-snapshotName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshotName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-snapshots-snapshotName-differences": {
        parameters: {
            query: {
                with: string;
            };
            header?: never;
            path: {
                snapshotName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotDifferences"];
                };
            };
        };
    };
    "post-snapshots-snapshotName-load": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                snapshotName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["SnapshotLoad"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "get-spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceList"];
                };
            };
        };
    };
    "post-spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["NewSpace"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "get-spaces-spaceName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "delete-spaces-spaceName": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-agents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentList"];
                };
            };
        };
    };
    "post-spaces-spaceName-agents-workNo-action": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
                spaceName: string;
                workNo: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["AgentAction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentDetails"];
                };
            };
        };
    };
    "get-spaces-spaceName-breakpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakpointList"];
                };
            };
        };
    };
    "delete-spaces-spaceName-breakpoints-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post-spaces-spaceName-breakpoints-id-release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["MessageRelease"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-calls": {
        parameters: {
            query?: {
                limit?: number;
                text?: string;
            };
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallList"];
                };
            };
        };
    };
    "post-spaces-spaceName-calls-id-events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventPush"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-calls-id-ladder": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLadder"];
                };
            };
        };
    };
    "get-spaces-spaceName-calls-id-media": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallMedia"];
                };
            };
        };
    };
    "get-spaces-spaceName-calls-id-media-agent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallMedia"];
                };
            };
        };
    };
    "get-spaces-spaceName-calls-id-pcap": {
        parameters: {
            query?: {
                decrypted?: boolean;
            };
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.tcpdump.pcap": components["schemas"]["Stream"];
                };
            };
        };
    };
    "get-spaces-spaceName-calls-id-recordings-mid": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                mid: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["Stream"];
                };
            };
        };
    };
    "get-spaces-spaceName-clock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockState"];
                };
            };
        };
    };
    "post-spaces-spaceName-clock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockState"];
                };
            };
        };
    };
    "get-spaces-spaceName-clock-due": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueList"];
                };
            };
        };
    };
    "get-spaces-spaceName-explain-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    "get-spaces-spaceName-export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceSnapshot"];
                };
            };
        };
    };
    "get-spaces-spaceName-faults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultList"];
                };
            };
        };
    };
    "post-spaces-spaceName-faults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonElement"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArmedFault"];
                };
            };
        };
    };
    "delete-spaces-spaceName-faults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "delete-spaces-spaceName-faults-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-findings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceFindings"];
                };
            };
        };
    };
    "get-spaces-spaceName-journal": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                method?: string;
                operation?: string;
                path?: string;
                resultCode?: string;
                since?: string;
                status?: string;
                text?: string;
                until?: string;
                user?: string;
            };
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
        };
    };
    "delete-spaces-spaceName-journal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-journal-har": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                method?: string;
                operation?: string;
                path?: string;
                resultCode?: string;
                since?: string;
                status?: string;
                text?: string;
                until?: string;
                user?: string;
            };
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HarBody"];
                };
            };
        };
    };
    "post-spaces-spaceName-journal-verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["JournalClaim"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalVerdict"];
                };
            };
        };
    };
    "get-spaces-spaceName-phones": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneList"];
                };
            };
        };
    };
    "get-spaces-spaceName-polls": {
        parameters: {
            query?: {
                limit?: number;
                text?: string;
                waiting?: number;
                within?: string;
            };
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollList"];
                };
            };
        };
    };
    "delete-spaces-spaceName-polls-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post-spaces-spaceName-polls-id-release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["PollRelease"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-spaces-spaceName-queues": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
        };
    };
    "post-spaces-spaceName-replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpaceReplay"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "post-spaces-spaceName-reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceDetails"];
                };
            };
        };
    };
    "get-spaces-spaceName-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpaceStatistics"];
                };
            };
        };
    };
    "get-spaces-spaceName-stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["StreamEvent"];
                };
            };
        };
    };
    "get-spaces-spaceName-tokens": {
        parameters: {
            query?: {
                limit?: number;
                soonest?: boolean;
                text?: string;
            };
            header?: never;
            path: {
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
        };
    };
    "post-spaces-spaceName-tokens-id-expire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "post-spaces-spaceName-tokens-id-revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                spaceName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
