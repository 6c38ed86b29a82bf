namespace CecSim.Server.Tests.Control.Journal;

/// <summary>Claims about what came.</summary>
public sealed class VerifyTests
{
    private const string Check = "\"operation\":\"checkClickToCallSupport\"";

    [Theory]
    [InlineData($$"""{ {{Check}} }""", "holds")]
    [InlineData($$"""{ {{Check}}, "times": 2 }""", "holds")]
    [InlineData($$"""{ {{Check}}, "times": 1 }""", "doesNotHold")]
    [InlineData($$"""{ {{Check}}, "times": 3 }""", "doesNotHold")]
    [InlineData($$"""{ {{Check}}, "atLeast": 2 }""", "holds")]
    [InlineData($$"""{ {{Check}}, "atLeast": 3 }""", "doesNotHold")]
    [InlineData($$"""{ {{Check}}, "atMost": 2 }""", "holds")]
    [InlineData($$"""{ {{Check}}, "atMost": 1 }""", "doesNotHold")]
    [InlineData($$"""{ {{Check}}, "user": "u1", "status": 200, "resultCode": "0", "times": 2 }""", "holds")]
    [InlineData($$"""{ {{Check}}, "user": "u2", "times": 0 }""", "holds")]
    public async Task A_claim_holds_or_not(string claim, string outcome)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await client.CheckAsync();

        var (status, verdict) = await cec.VerifyAsync(claim);

        Assert.Equal(200, status);
        Assert.Equal(outcome, (string?)verdict["outcome"]);
        Assert.Equal(outcome == "holds", (bool)verdict["holds"]!);
    }

    [Fact]
    public async Task What_does_not_hold_shows_what_came_nearest()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CheckAsync();

        var (_, verdict) = await cec.VerifyAsync($$"""{ {{Check}}, "user": "u2" }""");

        Assert.Equal("0 such requests came, but claimed was at least 1.", (string?)verdict["why"]);
        var nearest = verdict["nearest"]![0]!;
        Assert.Equal("3", (string?)nearest["entry"]!["id"]);
        Assert.Equal("user is u1, not u2", (string?)Assert.Single(nearest["differences"]!.AsArray()));
    }

    [Theory]
    [InlineData($$"""{ {{Check}}, "times": 2 }""", "cannotBeKnown")]
    [InlineData($$"""{ {{Check}}, "atMost": 5 }""", "cannotBeKnown")]
    [InlineData($$"""{ {{Check}}, "atLeast": 3 }""", "cannotBeKnown")]
    [InlineData($$"""{ {{Check}}, "atLeast": 2 }""", "holds")]
    [InlineData($$"""{ {{Check}}, "atMost": 1 }""", "doesNotHold")]
    [InlineData($$"""{ {{Check}}, "since": "2026-01-05T09:00:10Z", "times": 2 }""", "holds")]
    public async Task What_would_need_a_dropped_entry_cannot_be_known(string claim, string outcome)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Journal = new() { EntriesMax = 2 } });
        var client = await cec.SignInAsync();
        await cec.AdvanceAsync(10);
        await client.CheckAsync();
        await client.CheckAsync();

        var (_, verdict) = await cec.VerifyAsync(claim);

        Assert.Equal(outcome, (string?)verdict["outcome"]);
        if (outcome == "cannotBeKnown")
        {
            Assert.False((bool)verdict["holds"]!);
            Assert.Contains("dropped 2 entries", (string?)verdict["why"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "operatoin": "send" }""", "operatoin")]
    [InlineData("""{ "operation": "sned" }""", "'sned' is no operation")]
    [InlineData("""{ "times": 1, "atMost": 2 }""", "times stands alone")]
    [InlineData("""{ "times": -1 }""", "0 or more")]
    [InlineData("""{ "atLeast": 3, "atMost": 2 }""", "atLeast is more than atMost")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("oops", "invalid")]
    public async Task A_claim_that_is_wrong_is_refused(string claim, string why)
    {
        await using var cec = await TestCec.StartAsync();

        var (status, problem) = await cec.VerifyAsync(claim);

        Assert.Equal(400, status);
        Assert.Contains(why, (string?)problem["detail"], StringComparison.Ordinal);
    }
}
