namespace CecSim.Scenarios.Tests;

/// <summary>What is wrong with a step, said where it stands.</summary>
public sealed class StepComplaintTests
{
    private const string Length = "1ms to 24h, written as in 250ms, 1.5s, 10m, 2h";
    private const string LengthOrNone = "0s to 24h, written as in 250ms, 1.5s, 10m, 2h";
    private const string Actions = "drop, poll, chat, mediaConnected, dtmf, hold";

    [Fact]
    public void Waits_that_are_none() => Assert.Equal(
        [
            "s.yaml:5:11: expected a wait as in 3s, { min: 1s, max: 3s } or { mean: 3s, deviation: 1s, max: 10s }, " +
                "got a list",
            "s.yaml:6:11: a wait that is drawn has 'min' and 'max', or 'mean', 'deviation' and 'max'",
            "s.yaml:7:11: the key 'max' is missing: the longest.",
            "s.yaml:8:27: 'max' is less than 'min'",
            "s.yaml:9:43: 'max' is less than 'mean'",
            "s.yaml:10:13: 'min' cannot stand beside 'mean'",
            $"s.yaml:11:18: '-1s' is not a wait; allowed: {LengthOrNone}",
            "s.yaml:12:13: unknown key 'meen'; allowed: min, mean, deviation, max; did you mean 'mean'?",
            $"s.yaml:12:34: '0s' is not a wait; allowed: {Length}",
        ],
        Script(
            """
            - wait: []
            - wait: { max: 3s }
            - wait: { min: 3s }
            - wait: { min: 3s, max: 2s }
            - wait: { mean: 3s, deviation: 1s, max: 2s }
            - wait: { min: 1s, mean: 2s, max: 3s }
            - wait: { min: -1s, max: 2s }
            - wait: { meen: 3s, deviation: 0s, max: 4s }
            """));

    [Fact]
    public void Awaits_that_are_none() => Assert.Equal(
        [
            $"s.yaml:5:12: 'pole' is not an action; allowed: {Actions}; did you mean 'poll'?",
            "s.yaml:6:5: 'await' needs a value: what to wait for, as in await: poll.",
            "s.yaml:8:5: unknown key 'witin'; allowed: await, within, otherwise; did you mean 'within'?",
            "s.yaml:10:16: 'otherwise' needs 'within': without it the wait has no end",
            "s.yaml:11:20: the key 'matches' is missing: a pattern with * and ? for what it writes, whatever the case.",
            "s.yaml:11:22: unknown key 'match'; allowed: matches; did you mean 'matches'?",
            "s.yaml:12:20: '12x' is not tones; allowed: 1 to 32 of 0-9, A-D, '*' and '#'",
            $"s.yaml:13:15: '0s' is not a time to wait; allowed: {Length}",
        ],
        Script(
            """
            - await: pole
            - await
            - await: poll
              witin: 5s
            - await: poll
              otherwise: [failed]
            - await: { chat: { match: x } }
            - await: { dtmf: 12x }
            - { within: 0s, await: hold }
            """));

    [Fact]
    public void Steps_within_steps_that_are_none() => Assert.Equal(
        [
            "s.yaml:5:22: '0' is not a number of times; allowed: 1 to 1000",
            "s.yaml:5:32: expected 1 to 1000 steps, got 0",
            "s.yaml:6:13: the key 'steps' is missing: what is repeated.",
            "s.yaml:8:7: expected 2 to 100 branches, got 1",
            "s.yaml:8:19: '0' is not a weight; allowed: 1 to 1000000",
            "s.yaml:8:30: 'qeued' is not a step; allowed: queued, connected, transferred, released, queueTimeout, " +
                "failed, event, wait, await, repeat, choose, run, silent; did you mean 'queued'?",
            "s.yaml:9:10: 'gret' is not a script of this space; allowed: greet; did you mean 'greet'?",
        ],
        Script(
            """
            - repeat: { times: 0, steps: [] }
            - repeat: { times: 2 }
            - choose:
                - { weight: 0, steps: [qeued] }
            - run: gret
            """,
            "scripts: { greet: [queued] }\n"));

    [Fact]
    public void Events_that_are_none() => Assert.Equal(
        [
            "s.yaml:5:18: 168101 is the step 'connected', which can say what an event of its own can",
            "s.yaml:6:12: the key 'id' is missing: the eventId.",
            "s.yaml:7:18: '1.5' is not an event id; allowed: -2147483648 to 2147483647",
            "s.yaml:7:30: 'perhaps' is not a yes-or-no; allowed: true, false",
            "s.yaml:8:18: unknown key 'causeId'; allowed: domain, gwAddresses, accessCode, clickToCallCaller, " +
                "resultCode, resultDesc, content",
            "s.yaml:9:31: expected a list of addresses, got a single value",
            "s.yaml:10:40: 'domain' stands beside 'content' too",
            "s.yaml:11:24: expected a content, a mapping with any keys, got a single value",
        ],
        Script(
            """
            - event: { id: 168101 }
            - event: { final: false }
            - event: { id: 1.5, final: perhaps }
            - connected: { causeId: 1 }
            - connected: { gwAddresses: a:1 }
            - connected: { domain: a, content: { domain: b } }
            - queued: { content: x }
            - event: { id: 0, content: { domain: [&x 1, *x] } }
            """));

    [Fact]
    public void Scripts_that_run_in_a_circle() => Assert.Equal(
        [
            "s.yaml:4:19: scripts run in a circle: a -> b -> a",
            "s.yaml:5:15: scripts run in a circle: c -> c",
        ],
        Story.Complaints(
            Story.Head +
            """
            scripts: { a: [{ run: b }],
              b: [{ run: d }, { run: a }], d: [queued],
              c: [queued, { run: c }, connected] }
            """));

    [Fact]
    public void Scripts_that_are_too_deep_or_too_long() => Assert.Equal(
        [
            "s.yaml:13:11: 9 lists of steps within one another; at most 8",
            "s.yaml:15:11: more than 100000 steps to play, each repetition counted",
        ],
        Story.Complaints(
            Story.Head +
            """
            scripts:
              s1: [queued]
              s2: [{ run: s1 }]
              s3: [{ run: s2 }]
              s4: [{ run: s3 }]
              s5: [{ run: s4 }]
              s6: [{ run: s5 }]
              s7: [{ run: s6 }]
              s8: [{ run: s7 }]
            calls:
            - script: [{ run: s8 }]
            - script: [{ repeat: { times: 1000, steps: [{ repeat: { times: 49, steps: [queued] } }] } }]
            - script: [{ repeat: { times: 1000, steps: [{ repeat: { times: 100, steps: [queued] } }] } }]
            """));

    [Fact]
    public void Matches_and_handlers_that_are_none() => Assert.Equal(
        [
            "s.yaml:4:19: '0' is not a call count; allowed: 1 to 1000000",
            "s.yaml:4:22: 'every' cannot stand beside 'nth'",
            "s.yaml:5:22: expected 1 to 20 headers, got 0",
            "s.yaml:6:24: 'X Y' is not a header name; allowed: 1 to 128 of letters, digits and !#$%&'*+-.^_`|~",
            "s.yaml:7:10: the key 'do' is missing: what the call then sees.",
            "s.yaml:7:20: 'drop' is not an action; allowed: poll, chat, mediaConnected, dtmf, hold",
            "s.yaml:8:25: 'on' cannot stand beside 'refuse'",
        ],
        Story.Complaints(
            Story.Head +
            """
            calls:
              - match: { nth: 0, every: 2 }
              - match: { header: {} }
              - match: { header: { X Y: a } }
              - on: [{ action: drop }]
              - { refuse: noAgents, on: [] }
            """));

    /// <summary>What is wrong with steps that begin at line 5, two columns in.</summary>
    private static IEnumerable<string> Script(string steps, string after = "") => Story.Complaints(
        $"{Story.Head}calls:\n- script:\n{string.Join('\n', steps.Split('\n').Select(l => "  " + l))}\n{after}");
}
