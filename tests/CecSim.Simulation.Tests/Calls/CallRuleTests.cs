using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Which rule decides a call.</summary>
public sealed class CallRuleTests
{
    [Fact]
    public void Each_rule_counts_the_calls_that_it_covers_also_those_that_an_earlier_rule_decides()
    {
        using var space = WithRules(
            (new CallMatch { Nth = 1 }, 1),
            (new CallMatch(UserId: "vip*") { Nth = 2 }, 2),
            (new CallMatch { Every = 3 }, 3),
            (new CallMatch(), 9));

        Assert.Equal(
            [1, 9, 3, 2, 9, 3], ((string[])["vip1", "u1", "u2", "vip2", "u3", "vip3"]).Select(u => IdOf(space, u)));
    }

    [Fact]
    public void A_create_that_makes_no_call_by_itself_is_not_counted()
    {
        using var space = WithRules((new CallMatch { Nth = 2 }, 2), (new CallMatch(), 9));
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);

        Assert.Equal(Refusal.CallExists, space.Calls.Create(user, MediaAbility.Voice));
        Assert.Equal(2, IdOf(space, "u2"));
    }

    [Fact]
    public void A_call_that_a_rule_refuses_counts()
    {
        using var space = Create(new SpaceSettings
        {
            Calls =
            [
                new CallRule { Match = new CallMatch { Nth = 1 }, Refuse = Refusal.NoAgentsAvailable },
                new CallRule { Match = new CallMatch { Nth = 2 }, Script = new([new ScriptStep.Unknown(2)]) },
            ],
        });
        var user = space.SignIn();

        Assert.Equal(Refusal.NoAgentsAvailable, space.Calls.Create(user, MediaAbility.Voice));
        Assert.Equal(2, IdOf(space, "u1"));
    }

    [Fact]
    public void All_headers_must_be_there_with_values_that_fit()
    {
        using var space = WithRules(
            (new CallMatch { Headers = [new("X-Test", "slow*"), new("X-Other", "*")] }, 1), (new CallMatch(), 9));

        Assert.Equal(1, IdOf(space, "u1", ("X-Test", "slow-1"), ("X-Other", "")));
        Assert.Equal(9, IdOf(space, "u2", ("X-Test", "Slow-1"), ("X-Other", "")));
        Assert.Equal(9, IdOf(space, "u3", ("X-Test", "slow-1")));
        Assert.Equal(9, IdOf(space, "u4"));
    }

    [Fact]
    public void Headers_are_looked_at_only_for_a_rule_that_asks_for_one()
    {
        using var space = WithRules(
            (new CallMatch(MediaAbility.Video) { Headers = [new("X-Test", "*")] }, 1), (new CallMatch(), 9));
        var asked = new List<string>();

        space.Calls.Create(space.SignIn("u1"), MediaAbility.Voice, Ask);
        Assert.Empty(asked);
        space.Calls.Create(space.SignIn("u2"), MediaAbility.Video, Ask);
        Assert.Equal(["X-Test"], asked);

        string? Ask(string name)
        {
            asked.Add(name);
            return null;
        }
    }

    private static Space WithRules(params (CallMatch Match, int EventId)[] rules) => Create(new SpaceSettings
    {
        Calls =
        [
            .. rules.Select(r => new CallRule
            {
                Match = r.Match,
                Script = new([new ScriptStep.Unknown(r.EventId)]),
            }),
        ],
    });

    /// <summary>The id by which the call tells its rule.</summary>
    private static int IdOf(Space space, string userId, params (string Name, string Value)[] headers)
    {
        var user = space.SignIn(userId);
        Assert.Null(space.Calls.Create(
            user, MediaAbility.Voice, name => headers.FirstOrDefault(h => h.Name == name).Value));
        return Assert.Single(space.Take(user)).EventId;
    }
}
