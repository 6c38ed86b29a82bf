using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>A second space that stands where a first one stood.</summary>
public sealed class SpaceReplayTests
{
    [Fact]
    public async Task A_second_space_stands_after_any_number_of_commands_and_goes_its_own_way()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        await cec.AdvanceAsync(5);
        await ann.CreateAsync();
        var before = await control.GetAsync("spaces/demo/calls");
        await ann.DropAsync();

        var made = await control.PostAsync("spaces/demo/replay", """{"commands":3,"name":"earlier"}""");

        Assert.True(made.Status == 201, $"{made.Body}");
        Assert.Equal("2026-01-05T09:00:05+00:00", (string?)made["clock"]!["now"]);
        Assert.Equal($"{before.Body}", $"{(await control.GetAsync("spaces/earlier/calls")).Body}");
        var copy = new CecClient(cec.Http, cec.Spaces.Find("earlier")!.Space.Settings)
        {
            Authorization = ann.Authorization,
            MessagingToken = ann.MessagingToken,
        };
        Assert.Contains("\"resultCode\":\"0\"", (await copy.CheckAsync()).Body, StringComparison.Ordinal);
        Assert.NotEqual($"{before.Body}", $"{(await control.GetAsync("spaces/demo/calls")).Body}");
    }

    [Fact]
    public async Task A_second_space_stands_at_any_moment_of_the_first_one()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        await cec.AdvanceAsync(5);
        await ann.CreateAsync();
        await cec.AdvanceAsync(5);

        var early = await control.PostAsync("spaces/demo/replay", """{"at":"2026-01-05T09:00:02Z"}""");
        var late = await control.PostAsync("spaces/demo/replay", """{"at":"2026-01-05T09:00:10Z"}""");
        var first = await control.PostAsync("spaces/demo/replay", """{"commands":0}""");

        Assert.Equal(
            ["demo-2", "demo-3", "demo-4"], new[] { early, late, first }.Select(r => (string?)r["name"]));
        Assert.Equal("2026-01-05T09:00:02+00:00", (string?)early["clock"]!["now"]);
        Assert.Empty((await control.GetAsync("spaces/demo-2/calls"))["calls"]!.AsArray());
        Assert.Single((await control.GetAsync("spaces/demo-3/calls"))["calls"]!.AsArray());
        Assert.Empty((await control.GetAsync("spaces/demo-4/tokens"))["tokens"]!.AsArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"commands":3}""")]
    [InlineData("""{"commands":-1}""")]
    [InlineData("""{"commands":1,"at":"2026-01-05T09:00:00Z"}""")]
    [InlineData("""{"at":"2026-01-05T08:59:59Z"}""")]
    [InlineData("""{"at":"2026-01-05T09:00:00.001Z"}""")]
    public async Task A_point_that_the_space_never_stood_at_is_refused_with_those_that_there_are(string body)
    {
        await using var cec = await StartAsync();
        await cec.SignInAsync("ann");

        var refused = await new ControlApiClient(cec.Http).PostAsync("spaces/demo/replay", body);

        refused.MustBeProblem(400, "bad-request");
        Assert.Equal(
            "Send one of {\"commands\":N}, 0 to 2, and {\"at\":TIME}, " +
            "2026-01-05T09:00:00.000+00:00 to 2026-01-05T09:00:00.000+00:00.",
            (string?)refused["detail"]);
        Assert.Single(cec.Spaces.Hosted);
    }
}
