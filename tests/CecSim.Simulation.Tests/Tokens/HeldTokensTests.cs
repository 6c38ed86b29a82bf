using CecSim.Simulation.Tokens;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Tokens;

public sealed class HeldTokensTests
{
    [Fact]
    public async Task A_customer_has_a_messaging_token_and_the_access_token_it_came_with_last()
    {
        using var space = Create();
        var messaging = space.MessagingTokens.Apply(Ask("u1")).Value;
        var nobodys = Issue(space);
        space.Tokens.MarkPresented(messaging, Issue(space));
        space.Tokens.MarkPresented(messaging, Issue(space));
        await space.AdvanceAsync(600);

        Assert.Equal(
            [
                ("access-3", TokenKind.Access, TokenState.Expired, 600),
                ("messaging-1", TokenKind.Messaging, TokenState.Live, 3600),
            ],
            space.Tokens.View.Select(t => (
                t.Id, t.Kind, t.State, (t.ExpiresAt - space.Time.StartedAt).TotalSeconds)));
        Assert.All(space.Tokens.View, t => Assert.Equal("u1", t.User.UserId));
        Assert.Equal(Refusal.AccessTokenExpired, space.AccessTokens.Check(nobodys));
    }

    [Fact]
    public void A_token_is_ended_as_one_that_expired_or_that_was_taken_back()
    {
        using var space = Create();
        var (first, second) = (Issue(space), Issue(space));
        var u1 = space.MessagingTokens.Apply(Ask("u1")).Value;
        var u2 = space.MessagingTokens.Apply(Ask("u2")).Value;
        space.Tokens.MarkPresented(u1, first);
        space.Tokens.MarkPresented(u2, second);

        Assert.True(space.Tokens.End("access-1", TokenState.Expired));
        Assert.True(space.Tokens.End("access-2", TokenState.Revoked));
        Assert.True(space.Tokens.End("messaging-1", TokenState.Expired));
        Assert.True(space.Tokens.End("messaging-2", TokenState.Revoked));

        Assert.Equal(Refusal.AccessTokenExpired, space.AccessTokens.Check(first));
        Assert.Equal(Refusal.AccessTokenRevoked, space.AccessTokens.Check(second));
        Assert.Equal(Refusal.MessagingTokenExpired, space.MessagingTokens.Check(u1).Refusal);
        Assert.Equal(Refusal.MessagingTokenUnknown, space.MessagingTokens.Check(u2).Refusal);
        Assert.Equal(
            [TokenState.Expired, TokenState.Expired, TokenState.Revoked, TokenState.Revoked],
            space.Tokens.View.Select(t => t.State));
    }

    [Theory]
    [InlineData("access-1")]
    [InlineData("messaging-2")]
    [InlineData("")]
    public void A_token_that_nobody_has_is_not_ended(string id)
    {
        using var space = Create();
        Issue(space);
        space.MessagingTokens.Apply(Ask("u1"));

        Assert.False(space.Tokens.End(id, TokenState.Expired));
    }

    [Fact]
    public void A_token_that_is_over_is_not_ended_again()
    {
        using var space = Create();
        space.MessagingTokens.Apply(Ask("u1"));

        Assert.True(space.Tokens.End("messaging-1", TokenState.Revoked));
        Assert.False(space.Tokens.End("messaging-1", TokenState.Expired));
    }

    [Fact]
    public async Task A_replaced_token_and_the_one_in_its_place_are_both_there_until_their_own_ends()
    {
        using var space = Create();
        var old = space.MessagingTokens.Apply(Ask()).Value;
        var user = space.MessagingTokens.Check(old).Value;
        space.Calls.Create(user, MediaAbility.Voice);
        await space.AdvanceAsync(3300);
        var renewed = space.MessagingTokens.RenewNearItsEnd(user, old)!;

        Assert.Equal(
            [("messaging-2", TokenState.Live), ("messaging-1", TokenState.Replaced)],
            space.Tokens.View.Select(t => (t.Id, t.State)));

        Assert.True(space.Tokens.End("messaging-2", TokenState.Revoked));
        Assert.Null(space.MessagingTokens.RenewNearItsEnd(user, old));
        Assert.Equal(Refusal.MessagingTokenUnknown, space.MessagingTokens.Check(renewed).Refusal);
        Assert.Null(space.MessagingTokens.Check(old).Refusal);
    }

    private static string Issue(Space space) =>
        space.AccessTokens.Issue(space.Settings.AppSecret, lifetime: null).Value.Text;
}
