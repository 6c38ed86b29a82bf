using System.Text.Json.Nodes;
using CecSim.Scenarios.Shipped;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class ScenarioTests
{
    private const string TwoRules =
        """
        name: two-rules
        about: One is connected, the other refused.
        calls:
          - match: { userId: vip-* }
            script:
              - queued
              - wait: 2s
              - connected
              - wait: 1h
              - released
          - script: [failed]
        """;

    [Fact]
    public async Task The_text_of_a_shipped_scenario_is_that_of_its_file()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var read = await control.GetAsync("scenarios/queue-then-connect");

        Assert.Equal(ShippedScenarios.TextOf("queue-then-connect"), (string?)read["text"]);
        Assert.Equal("queue-then-connect", (string?)read["name"]);
    }

    [Fact]
    public async Task Each_scenario_that_a_space_can_be_made_from_has_a_text_that_is_sound()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        foreach (var name in (await control.GetAsync("spaces"))["scenarios"].AsArray())
        {
            var text = (string)(await control.GetAsync($"scenarios/{name}"))["text"]!;
            Assert.Equal((string?)name, (string?)(await control.PostAsync("scenarios/check", Draft(text)))["name"]);
        }
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_with_those_that_are()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var refused = await control.GetAsync("scenarios/queue-then-conect");

        refused.MustBeProblem(404, "scenario-unknown");
        Assert.Contains("Did you mean queue-then-connect?", (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_scenario_has_no_mistakes_and_tells_its_name()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        (await control.PostAsync("scenarios/check", Draft(TwoRules))).MustBeJson(
            """{"mistakes":[],"name":"two-rules","about":"One is connected, the other refused."}""");
    }

    [Fact]
    public async Task Each_mistake_is_told_with_its_place_and_its_remedy()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var check = await control.PostAsync(
            "scenarios/check", Draft("name: wrong\nprofil: cec-3.6\ncalls:\n  - script: [conected]\n"));

        var mistakes = check["mistakes"].AsArray();
        Assert.Equal(2, mistakes.Count);
        Assert.Equal((2, 1, "profile"), PlaceAndRemedyOf(mistakes[0]!));
        Assert.Equal((4, 14, "connected"), PlaceAndRemedyOf(mistakes[1]!));
        Assert.All(mistakes, m => Assert.False((bool)m!["isWarning"]!));
    }

    [Fact]
    public async Task What_has_no_effect_is_a_warning_of_a_sound_scenario()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var check = await control.PostAsync(
            "scenarios/check", Draft("name: odd\ncalls:\n  - script: [connected]\n  - script: [failed]\n"));

        Assert.Equal("odd", (string?)check["name"]);
        Assert.True((bool)Assert.Single(check["mistakes"].AsArray())!["isWarning"]!);
    }

    [Fact]
    public async Task Each_rule_is_played_to_its_end_and_an_hour_takes_no_time()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var trial = await control.PostAsync("scenarios/try", Draft(TwoRules));

        Assert.Equal(0, (int)trial["leftOut"]!);
        var runs = trial["runs"].AsArray();
        Assert.Equal(2, runs.Count);
        Assert.Equal((1, true, "ended by 168110"), OutcomeOf(runs[0]!));
        Assert.StartsWith("vip-", (string?)runs[0]!["userId"], StringComparison.Ordinal);
        Assert.Equal((2, true, "ended by 168105"), OutcomeOf(runs[1]!));
        var requests = runs[0]!["requests"]!.AsArray();
        Assert.Equal("tokenByAkSk", (string?)requests[0]!["operation"]);
        var connected = requests.Single(r => (int?)r!["eventId"] == 168101)!;
        Assert.Equal(2000, (long)connected["answeredAfterMs"]!);
        Assert.Contains(requests, r => (int)r!["count"]! > 10);
        Assert.Equal(3_602_000, (long)requests[^1]!["answeredAfterMs"]!);
    }

    [Fact]
    public async Task A_trial_leaves_the_server_as_it_was()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        await control.PostAsync("scenarios/try", Draft(TwoRules));

        Assert.Single((await control.GetAsync("spaces"))["spaces"].AsArray());
        Assert.Empty((await control.GetAsync("spaces/demo/journal"))["entries"].AsArray());
    }

    [Fact]
    public async Task A_broken_scenario_is_not_tried()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var refused = await control.PostAsync("scenarios/try", Draft("calls: 7"));

        refused.MustBeProblem(422, "scenario-broken");
        Assert.Contains("calls", (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_wait_to_be_tried_as_may_and_the_others_are_refused()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => control.PostAsync("scenarios/try", Draft(TwoRules))));

        Assert.All(replies.Where(r => r.Status != 200), r => r.MustBeProblem(409, "too-many-trials"));
        Assert.InRange(replies.Count(r => r.Status == 200), 1, 29);
    }

    private static string Draft(string text) => new JsonObject { ["text"] = text }.ToJsonString();

    private static (int, int, string?) PlaceAndRemedyOf(JsonNode mistake) =>
        ((int)mistake["line"]!, (int)mistake["column"]!, (string?)mistake["didYouMean"]);

    private static (int, bool, string?) OutcomeOf(JsonNode run) =>
        ((int)run["rule"]!, (bool)run["isSound"]!, (string?)run["outcome"]);
}
