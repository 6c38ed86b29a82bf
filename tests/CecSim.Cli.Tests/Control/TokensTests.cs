namespace CecSim.Cli.Tests.Control;

public sealed class TokensTests
{
    [Fact]
    public async Task Tokens_are_listed_and_ended()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        Assert.Equal("No customer has a token.\n", await cec.MineAsync("tokens"));
        using var ann = await cec.SignInAsync("ann");

        Assert.Equal("Expired access-1.\n", await cec.MineAsync("tokens", "expire", "access-1"));
        Assert.Equal("Revoked messaging-1.\n", await cec.MineAsync("tokens", "revoke", "messaging-1"));

        Assert.Equal(
            """
            ID           KIND       USER  CHANNEL             UNTIL                 STATE
            access-1     access     ann   202403010000000001  2026-01-05 09:10:00Z  expired
            messaging-1  messaging  ann   202403010000000001  2026-01-05 10:00:00Z  revoked

            """,
            await cec.MineAsync("tokens", "list"));
    }

    [Fact]
    public async Task A_token_that_nobody_has_is_not_ended()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var (exitCode, output, errors) = await cec.RunAsync("tokens", "expire", "access-7", "--space", "mine");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("access-7", errors, StringComparison.Ordinal);
    }
}
