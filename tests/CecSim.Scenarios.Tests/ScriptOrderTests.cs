namespace CecSim.Scenarios.Tests;

/// <summary>Where scripts end, and which order of events could never be, through steps within steps.</summary>
public sealed class ScriptOrderTests
{
    private const string Unless = ", unless 'anyway: true' stands beside 'script'";
    private const string Unseen = "never seen: after the drop only the end of the call is told";

    [Theory]
    [InlineData("{ repeat: { times: 1, steps: [queued, released] } }")]
    [InlineData("{ choose: [{ steps: [failed] }, { steps: [queued, silent] }] }")]
    [InlineData("{ event: { id: 7, final: true } }")]
    [InlineData("{ run: end }")]
    [InlineData("{ choose: [{ steps: [{ run: end }] }, { steps: [{ repeat: { times: 1, steps: [failed] } }] }] }")]
    public void What_stands_behind_a_certain_end_is_never_reached(string end) => Assert.Equal(
        ["s.yaml:7:5: never reached: the script ends at line 6"], Complaints($"- queued\n- {end}\n- connected"));

    [Theory]
    [InlineData("{ choose: [{ steps: [failed] }, { steps: [queued] }] }")]
    [InlineData("{ await: poll, within: 1s, otherwise: [failed] }")]
    [InlineData("{ event: { id: 7 } }")]
    [InlineData("{ run: greet }")]
    public void An_end_that_may_not_come_leaves_the_rest_within_reach(string step) =>
        Assert.Empty(Complaints($"- queued\n- {step}\n- connected"));

    [Fact]
    public void Each_list_within_a_step_is_judged_by_itself() => Assert.Equal(
        [
            "s.yaml:8:7: never reached: the script ends at line 7",
            "s.yaml:12:15: never reached: the script ends at line 11",
        ],
        Complaints(
            """
            - await: poll
              within: 1s
              otherwise: [failed,
                connected]
            - repeat:
                times: 1
                steps: [silent,
                        queued]
            """));

    [Fact]
    public void What_ends_the_script_is_never_repeated() => Assert.Equal(
        ["s.yaml:6:5: never repeated: its steps end the script"],
        Complaints("- queued\n- repeat:\n    times: 2\n    steps: [wait: 1s, released]"));

    [Theory]
    [InlineData("transferred", "'queued' or 'connected'")]
    [InlineData("released", "'queued' or 'connected'")]
    [InlineData("queueTimeout", "'queued'")]
    public void An_order_that_no_contact_centre_could_tell_is_reported_unless_it_is_wanted(string step, string missing)
    {
        Assert.Equal(
            [$"s.yaml:6:5: '{step}' cannot come without {missing} before it{Unless}"],
            Complaints($"- wait: 1s\n- {step}"));
        Assert.Empty(Complaints($"- wait: 1s\n- {step}", "  anyway: true"));
    }

    [Theory]
    [InlineData("- { choose: [{ steps: [queued] }, { steps: [wait: 1s] }] }\n- released")]
    [InlineData("- { await: poll, within: 1s, otherwise: [queued] }\n- released")]
    [InlineData("- { run: greet }\n- released")]
    [InlineData("- { repeat: { times: 2, steps: [{ choose: [{ steps: [transferred] }, { steps: [queued] }] }] } }")]
    [InlineData("- { await: drop }\n- released")]
    [InlineData("- { await: drop, within: 9s }\n- queued\n- { run: end }")]
    public void An_order_that_is_possible_on_one_way_is_not(string steps) => Assert.Empty(Complaints(steps));

    [Fact]
    public void An_impossible_order_in_a_named_script_is_reported_where_it_is_run() => Assert.Equal(
        [$"s.yaml:5:5: 'released' cannot come without 'queued' or 'connected' before it{Unless}"],
        Complaints("- run: end"));

    [Fact]
    public void What_handlers_have_sent_by_then_nobody_can_tell() => Assert.Empty(
        Complaints("- wait: 1s\n- released", "  on: [{ action: hold, do: [transferred] }]"));

    [Fact]
    public void What_a_customer_who_hung_up_would_never_see_is_reported()
    {
        Assert.Equal(
            [$"s.yaml:6:12: {Unseen}", $"s.yaml:6:34: {Unseen}", "s.yaml:6:50: never comes: the call has been dropped"],
            Complaints(
                "- queued",
                "  onDrop: [queued, { wait: 1s }, { run: greet }, { await: drop, within: 1s }, released]"));
        Assert.Equal(
            [$"s.yaml:7:5: {Unseen}", $"s.yaml:8:5: {Unseen}"],
            Complaints("- connected\n- await: drop\n- transferred\n- event: { id: 7 }\n- released"));
    }

    private static IEnumerable<string> Complaints(string steps, string beside = "") => Story.Complaints(
        $"{Story.Head}calls:\n- script:\n{string.Join('\n', steps.Split('\n').Select(l => "  " + l))}\n{beside}\n" +
        "scripts: { greet: [queued], end: [released] }\n");
}
