using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class TokenTests
{
    private const string Tokens = "spaces/demo/tokens";

    [Fact]
    public async Task Some_of_many_tokens_are_told_or_those_that_end_next()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await cec.SignInAsync("ann");
        await cec.AdvanceAsync(60);
        await cec.SignInAsync("bob");
        await control.PostAsync($"{Tokens}/messaging-1/expire");

        var some = await control.GetAsync($"{Tokens}?text=Messaging&limit=1");
        var soonest = await control.GetAsync($"{Tokens}?soonest=true&limit=2");

        Assert.Equal("messaging-1", (string?)Assert.Single(some["tokens"]!.AsArray())!["id"]);
        Assert.Equal((2, 1), ((int)some["total"]!, (int)some["good"]!));
        Assert.Equal(["access-1", "access-2"], soonest["tokens"]!.AsArray().Select(t => (string?)t!["id"]));
        Assert.Equal((3, 3), ((int)soonest["total"]!, (int)soonest["good"]!));
        (await control.GetAsync($"{Tokens}?limit=-1")).MustBeProblem(400, "bad-request");
    }

    [Fact]
    public async Task Who_has_which_token_is_told_and_until_when()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        (await control.GetAsync(Tokens)).MustBeJson("""{"tokens":[],"total":0,"good":0}""");

        await cec.SignInAsync("ann");

        (await control.GetAsync(Tokens)).MustBeJson(
            """
            {"tokens":[
            {"id":"access-1","kind":"access","userId":"ann","channelId":"202403010000000001",
            "expiresAt":"2026-01-05T09:10:00+00:00","state":"live"},
            {"id":"messaging-1","kind":"messaging","userId":"ann","channelId":"202403010000000001",
            "expiresAt":"2026-01-05T10:00:00+00:00","state":"live"}],"total":2,"good":2}
            """);
    }

    [Theory]
    [InlineData("access-1", "expire", "the access token has expired", "expired")]
    [InlineData("access-1", "revoke", "the access token was revoked", "revoked")]
    [InlineData("messaging-1", "expire", "the ccmessaging-token has expired", "expired")]
    [InlineData("messaging-1", "revoke", "the ccmessaging-token is not a live one", "revoked")]
    public async Task A_token_that_was_ended_is_refused_with_the_next_request(
        string id, string how, string why, string state)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);

        Assert.Equal(204, (await control.PostAsync($"{Tokens}/{id}/{how}")).Status);

        await client.CheckAsync();
        var entry = (await control.GetAsync("spaces/demo/journal"))["entries"].AsArray()[^1]!;
        Assert.StartsWith(why, (string)entry["wrong"]![0]!, StringComparison.Ordinal);
        var token = (await control.GetAsync(Tokens))["tokens"].AsArray().Single(t => (string)t!["id"]! == id)!;
        Assert.Equal(state, (string)token["state"]!);
        (await control.PostAsync($"{Tokens}/{id}/{how}")).MustBeProblem(404, "token-unknown");
    }

    [Fact]
    public async Task A_client_goes_on_with_the_tokens_that_it_fetches_anew()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await cec.SignInAsync();
        await control.PostAsync($"{Tokens}/access-1/revoke");
        await control.PostAsync($"{Tokens}/messaging-1/revoke");

        var client = await cec.SignInAsync();

        Assert.Equal(200, (await client.CheckAsync()).Status);
        Assert.Equal(
            ["access-2", "messaging-2"],
            (await control.GetAsync(Tokens))["tokens"].AsArray().Select(t => (string)t!["id"]!));
    }

    [Fact]
    public async Task A_token_that_nobody_has_cannot_be_ended()
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync($"{Tokens}/messaging-1/expire");

        refused.MustBeProblem(404, "token-unknown");
        Assert.Contains("messaging-1", (string)refused["detail"]!, StringComparison.Ordinal);
    }
}
