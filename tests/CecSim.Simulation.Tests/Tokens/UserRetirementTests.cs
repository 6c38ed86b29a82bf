using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Tokens;

/// <summary>How long a space remembers a user.</summary>
public sealed class UserRetirementTests
{
    private const double LifetimeSeconds = 3_600;

    [Fact]
    public async Task A_user_is_remembered_for_ten_minutes_after_its_tokens_end_and_not_longer()
    {
        using var space = Create();
        foreach (var (name, later, isKnown) in new[] { ("early", -1.0, true), ("late", 1.0, false) })
        {
            var user = space.SignIn(name);
            await space.AdvanceAsync(LifetimeSeconds + 600 + later);

            Assert.Equal(isKnown, ReferenceEquals(user, space.SignIn(name)));
        }
    }

    [Fact]
    public async Task A_user_who_waits_in_a_queue_is_remembered_until_it_does_not()
    {
        using var space = WithScript(new ScriptStep.Queued());
        var user = space.SignIn();
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));

        await space.AdvanceAsync(LifetimeSeconds + 601);

        Assert.Same(user, space.SignIn());
    }

    [Fact]
    public async Task A_user_whose_poll_waits_is_remembered_until_it_does_not()
    {
        using var space = Create();
        var user = space.SignIn();
        await space.AdvanceAsync(LifetimeSeconds + 599);
        var poll = space.Calls.Poll(user);
        await space.AdvanceAsync(2);
        Assert.Same(user, space.SignIn());

        poll.Abandon();
        await space.AdvanceAsync(LifetimeSeconds + 601);

        Assert.NotSame(user, space.SignIn());
    }
}
