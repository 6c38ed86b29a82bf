using System.Text.Json.Nodes;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Tokens;

public sealed class MessagingTokensTests
{
    [Fact]
    [Shows("3/token-base64-json", "3/token-json-order")]
    public void The_token_is_url_encoded_base64_of_json_that_begins_with_its_time_and_ends_with_the_channel()
    {
        using var space = Create();

        var token = space.MessagingTokens.Apply(Ask("u1")).Value;

        var json = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Uri.UnescapeDataString(token)));
        var fields = JsonNode.Parse(json)!.AsObject();
        Assert.Equal("createTime", fields.First().Key);
        Assert.Equal("channelId", fields.Last().Key);
        Assert.Equal(space.Time.ReadNow().ToUnixTimeMilliseconds(), (long)fields["createTime"]!);
        Assert.Equal(space.Settings.TenantSpaceId, (string)fields["tenantId"]!);
        Assert.Equal("u1", (string)fields["userId"]!);
        Assert.Matches("^[A-Za-z0-9%]+$", token);
    }

    [Fact]
    public async Task A_token_lives_an_hour()
    {
        using var space = Create();
        var token = space.MessagingTokens.Apply(Ask()).Value;

        await space.AdvanceAsync(3599.999);
        Assert.Null(space.MessagingTokens.Check(token).Refusal);
        await space.AdvanceAsync(0.001);

        Assert.Equal(Refusal.MessagingTokenExpired, space.MessagingTokens.Check(token).Refusal);
    }

    [Fact]
    public void A_new_token_ends_the_one_before_it_and_leaves_other_users_alone()
    {
        using var space = Create();
        var old = space.MessagingTokens.Apply(Ask("u1")).Value;
        var others = space.MessagingTokens.Apply(Ask("u2")).Value;

        var renewed = space.MessagingTokens.Apply(Ask("u1")).Value;

        Assert.Equal(Refusal.MessagingTokenUnknown, space.MessagingTokens.Check(old).Refusal);
        Assert.Null(space.MessagingTokens.Check(renewed).Refusal);
        Assert.Null(space.MessagingTokens.Check(others).Refusal);
    }

    [Fact]
    public void An_unknown_channel_gets_no_token()
    {
        using var space = Create();

        var applied = space.MessagingTokens.Apply(Ask() with { ChannelId = "1" });

        Assert.Equal(Refusal.ChannelUnknown, applied.Refusal);
    }

    [Fact]
    [Shows("3/renewed-in-last-five-minutes")]
    public async Task A_live_sessions_token_is_renewed_near_its_end_and_the_old_one_lasts_to_its_own_end()
    {
        using var space = Create();
        var old = space.MessagingTokens.Apply(Ask()).Value;
        var user = space.MessagingTokens.Check(old).Value;
        space.Calls.Create(user, MediaAbility.Voice);

        await space.AdvanceAsync(3299);
        Assert.Null(space.MessagingTokens.RenewNearItsEnd(user, old));
        await space.AdvanceAsync(1);
        var renewed = space.MessagingTokens.RenewNearItsEnd(user, old);

        Assert.NotNull(renewed);
        Assert.Null(space.MessagingTokens.Check(old).Refusal);
        await space.AdvanceAsync(300);
        Assert.Equal(Refusal.MessagingTokenExpired, space.MessagingTokens.Check(old).Refusal);
        Assert.Null(space.MessagingTokens.Check(renewed).Refusal);
    }

    [Fact]
    public async Task A_client_that_missed_its_renewed_token_is_told_again()
    {
        using var space = Create();
        var old = space.MessagingTokens.Apply(Ask()).Value;
        var user = space.MessagingTokens.Check(old).Value;
        space.Calls.Create(user, MediaAbility.Voice);
        await space.AdvanceAsync(3400);

        var first = space.MessagingTokens.RenewNearItsEnd(user, old);

        Assert.Equal(first, space.MessagingTokens.RenewNearItsEnd(user, old));
    }

    [Fact]
    [Shows("3/no-session-no-renewal")]
    public async Task Without_a_session_no_token_is_renewed()
    {
        using var space = Create();
        var token = space.MessagingTokens.Apply(Ask()).Value;
        await space.AdvanceAsync(3599);

        Assert.Null(space.MessagingTokens.RenewNearItsEnd(space.MessagingTokens.Check(token).Value, token));
    }

    [Fact]
    public async Task A_user_is_forgotten_some_time_after_its_token_ended()
    {
        using var space = Create();
        var token = space.MessagingTokens.Apply(Ask()).Value;

        await space.AdvanceAsync(3600 + 600);

        Assert.Equal(Refusal.MessagingTokenUnknown, space.MessagingTokens.Check(token).Refusal);
        Assert.Equal(0, space.Time.DueCount);
    }
}
