using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Tokens;

public sealed class AccessTokensTests
{
    [Fact]
    public async Task A_token_lives_to_the_end_of_its_hour_and_not_a_tick_longer()
    {
        using var space = Create();
        var token = Issue(space, TimeSpan.FromHours(1));

        await space.Time.AdvanceAsync(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1), TestEnds);
        Assert.Null(space.AccessTokens.Check(token));
        await space.Time.AdvanceAsync(TimeSpan.FromTicks(1), TestEnds);

        Assert.Equal(Refusal.AccessTokenExpired, space.AccessTokens.Check(token));
    }

    [Fact]
    [Shows("2/accesstoken-32-hex-digits")]
    public void A_token_is_32_hex_digits_and_no_two_are_alike()
    {
        using var space = Create();

        var tokens = Enumerable.Range(0, 10_000).Select(_ => Issue(space)).ToList();

        Assert.All(tokens, t => Assert.Matches("^[0-9a-f]{32}$", t));
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
    }

    [Fact]
    public void An_older_token_stays_valid_beside_a_newer_one()
    {
        using var space = Create();
        var older = Issue(space);

        Issue(space);

        Assert.Null(space.AccessTokens.Check(older));
    }

    [Fact]
    public void A_token_of_another_space_or_out_of_the_air_is_unknown()
    {
        using var space = Create();
        using var other = Create(new SpaceSettings { Seed = 2 });

        string[] strangers =
            [Issue(other), "", "zzzz", new string('0', 32), new string('f', 32), Issue(space)[1..] + "x"];

        Assert.All(strangers, t => Assert.Equal(Refusal.AccessTokenUnknown, space.AccessTokens.Check(t)));
    }

    [Fact]
    public async Task A_token_that_was_ended_is_dead_for_good_and_forgotten_at_its_own_end()
    {
        using var space = Create();
        var token = Issue(space);

        space.AccessTokens.Expire(token);
        Assert.Equal(Refusal.AccessTokenExpired, space.AccessTokens.Check(token));
        await space.AdvanceAsync(600);

        Assert.Equal(Refusal.AccessTokenExpired, space.AccessTokens.Check(token));
        Assert.Equal(0, space.Time.DueCount);
    }

    [Theory]
    [InlineData("cec-2.5", null, 600)]
    [InlineData("cec-2.5", 7200, 7200)]
    [InlineData("cec-3.6", null, 600)]
    [InlineData("cec-3.6", 3600, 3600)]
    [InlineData("cec-3.6", 7200, 3600)]
    public void A_lifetime_is_honoured_and_capped_where_the_document_caps_it(string profile, int? asked, int granted)
    {
        using var space = Create(new SpaceSettings { Profile = Profile.Find(profile)! });

        var token = space.AccessTokens.Issue(
            SpaceSettings.DemoAppSecret, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        Assert.Equal(granted, token.Value.Lifetime.TotalSeconds);
    }

    [Fact]
    public void A_wrong_secret_gets_no_token()
    {
        using var space = Create();

        Assert.Equal(Refusal.AppSecretWrong, space.AccessTokens.Issue("guess", null).Refusal);
    }

    private static string Issue(Space space, TimeSpan? lifetime = null) =>
        space.AccessTokens.Issue(space.Settings.AppSecret, lifetime).Value.Text;
}
