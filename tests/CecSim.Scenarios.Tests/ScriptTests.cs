namespace CecSim.Scenarios.Tests;

public sealed class ScriptTests
{
    private const string Words =
        "queued, connected, transferred, released, queueTimeout, failed, event, wait, await, repeat, choose, run, " +
        "silent";

    private static readonly string[] Waits = ["250ms", "3s", "1.5m", "24h", "0.001s"];

    [Fact]
    public void Every_step_is_read_as_word_or_as_key()
    {
        var rules = Rules(
            """
            - script: [queued, wait: 3s, connected, transferred, silent]
            - script: [connected, released]
            - script: [queued, queueTimeout]
            - script: [failed]
            - script: [connected, released: { causeId: 0, causeDesc: agent hung up }]
            - script: [queued, queueTimeout: { causeId: 5 }]
            - script: [failed: { causeDesc: "" }]
            """);

        Assert.Equal(
            [
                [
                    new ScriptStep.Queued(),
                    new ScriptStep.Wait(TimeSpan.FromSeconds(3)),
                    new ScriptStep.Connected(),
                    new ScriptStep.Transferred(),
                    new ScriptStep.Silent(),
                ],
                [new ScriptStep.Connected(), new ScriptStep.Released()],
                [new ScriptStep.Queued(), new ScriptStep.QueueTimeout()],
                [new ScriptStep.Failed()],
                [new ScriptStep.Connected(), new ScriptStep.Released(new Cause(0, "agent hung up"))],
                [new ScriptStep.Queued(), new ScriptStep.QueueTimeout(new StatedCause(5, null))],
                [new ScriptStep.Failed(new StatedCause(null, ""))],
            ],
            rules.Select(r => r.Script.Steps));
    }

    [Fact]
    public void What_a_drop_brings_is_a_release_unless_the_file_says_otherwise()
    {
        var rules = Rules("- onDrop: [failed]\n- onDrop: [released: { causeId: 3 }]\n- script: [queued]");

        Assert.Equal(
            [
                [new ScriptStep.Failed()],
                [new ScriptStep.Released(new StatedCause(3, null))],
                Script.ReleaseAtOnce.Steps,
            ],
            rules.Select(r => r.OnDrop.Steps));
    }

    [Fact]
    public void Each_refusal_has_its_word() => Assert.Equal(
        [
            Refusal.ClickToCallNotSupported,
            Refusal.OutsideWorkingHours,
            Refusal.NoAgentsAvailable,
            Refusal.ConnectFailed,
        ],
        Rules("- refuse: notSupported\n- refuse: outsideHours\n- refuse: noAgents\n- refuse: connectFailed")
            .Select(r => r.Refuse));

    [Fact]
    public void Durations_are_a_number_and_a_unit() => Assert.Equal(
        [
            TimeSpan.FromMilliseconds(250),
            TimeSpan.FromSeconds(3),
            TimeSpan.FromSeconds(90),
            TimeSpan.FromHours(24),
            TimeSpan.FromMilliseconds(1),
        ],
        Rules(string.Join('\n', Waits.Select(w => $"- script: [wait: {w}]")))
            .Select(r => Assert.IsType<WaitTime.Fixed>(Assert.IsType<ScriptStep.Wait>(r.Script.Steps[0]).For).Time));

    [Theory]
    [InlineData("3")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("25h")]
    [InlineData("1 s")]
    [InlineData("s")]
    [InlineData("1e3s")]
    [InlineData("3S")]
    [InlineData("99999999999999999999999999999h")]
    public void A_duration_that_is_none_is_reported(string wait) => Assert.Equal(
        [$"s.yaml:3:25: '{wait}' is not a wait; allowed: 1ms to 24h, written as in 250ms, 1.5s, 10m, 2h"],
        Story.Complaints(Story.Head + $"calls: [script: [ wait: {wait} ]]"));

    [Fact]
    public void Steps_that_are_none_are_reported_each_at_its_place() => Assert.Equal(
        [
            $"s.yaml:5:9: 'conected' is not a step; allowed: {Words}; did you mean 'connected'?",
            "s.yaml:6:9: 'wait' needs a value: how long to let pass, as in wait: 3s.",
            "s.yaml:7:17: expected a mapping, got a single value; allowed: resultCode, resultDesc, content",
            $"s.yaml:8:9: a step has exactly one key, not 2; allowed: {Words}",
            $"s.yaml:9:9: expected a step, got a list; allowed: {Words}",
            "s.yaml:10:30: '-2' is not a cause code; allowed: -1 to 2147483647",
        ],
        Story.Complaints(
            Story.Head +
            """
            calls:
              - script:
                  - conected
                  - wait
                  - queued: 3s
                  - { wait: 1s, queued: 2s }
                  - []
                  - released: { causeId: -2 }
            """));

    [Theory]
    [InlineData("released")]
    [InlineData("queueTimeout")]
    [InlineData("failed")]
    [InlineData("silent")]
    public void Steps_after_the_end_are_reported_at_the_first_of_them(string end) => Assert.Equal(
        ["s.yaml:7:7: never reached: the script ends at line 6"],
        Story.Complaints(
            Story.Head +
            $"""
            calls:
              - script:
                - queued
                - {end}
                - connected
                - wait: 3s
            """));

    [Fact]
    public void A_last_step_after_the_end_is_reported_too() => Assert.Equal(
        ["s.yaml:3:28: never reached: the script ends at line 3"],
        Story.Complaints(Story.Head + "calls: [onDrop: [released, silent]]"));

    [Fact]
    public void A_key_between_brackets_has_the_place_where_it_stands() => Assert.Equal(
        ["s.yaml:3:28: never reached: the script ends at line 3"],
        Story.Complaints(Story.Head + "calls: [onDrop: [released, wait: 3s]]"));

    [Fact]
    public void A_script_has_at_least_one_step() => Assert.Equal(
        ["s.yaml:3:17: expected 1 to 1000 steps, got 0"],
        Story.Complaints(Story.Head + "calls: [script: []]"));

    [Theory]
    [InlineData("transferred", "'transferred' cannot come without 'queued' or 'connected' before it")]
    [InlineData("released: { causeId: 0 }", "'released' cannot come without 'queued' or 'connected' before it")]
    [InlineData("queueTimeout", "'queueTimeout' cannot come without 'queued' before it")]
    public void An_order_that_no_contact_centre_could_tell_is_reported_unless_it_is_wanted(string step, string why)
    {
        Assert.Equal(
            [$"s.yaml:3:28: {why}, unless 'anyway: true' stands beside 'script'"],
            Story.Complaints(Story.Head + $"calls: [script: [wait: 1s, {step}]]"));

        Assert.Empty(Story.Complaints(Story.Head + $"calls: [{{ anyway: true, script: [wait: 1s, {step}] }}]"));
    }

    [Fact]
    public void A_call_that_left_its_queue_cannot_wait_too_long_in_it() => Assert.Equal(
        ["s.yaml:3:37: 'queueTimeout' cannot come without 'queued' before it, " +
            "unless 'anyway: true' stands beside 'script'"],
        Story.Complaints(Story.Head + "calls: [script: [queued, connected, queueTimeout]]"));

    [Theory]
    [InlineData("queued, connected, transferred, queued, queueTimeout")]
    [InlineData("queued, released")]
    [InlineData("connected, transferred, released")]
    [InlineData("wait: 1s, failed")]
    [InlineData("silent")]
    public void An_order_that_is_possible_is_not(string steps) =>
        Assert.Empty(Story.Complaints(Story.Head + $"calls: [script: [{steps}]]"));

    [Fact]
    public void What_a_customer_who_hung_up_would_never_see_is_reported() => Assert.Equal(
        [
            "s.yaml:3:18: never seen: after the drop only the end of the call is told",
            "s.yaml:3:36: never seen: after the drop only the end of the call is told",
        ],
        Story.Complaints(Story.Head + "calls: [onDrop: [queued, wait: 1s, connected, released]]"));

    private static IReadOnlyList<CallRule> Rules(string calls) =>
        Story.Read(Story.Head + "calls:\n" + calls).Space.Calls;
}
