using CecSim.Simulation.Tokens;

namespace CecSim.Simulation.Tests;

/// <summary>A space whose time moves only by hand, with what tests ask of it most.</summary>
internal static class FrozenSpace
{
    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static Space Create(SpaceSettings? settings = null) =>
        new(settings ?? new SpaceSettings(), TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());

    public static Space WithScript(params ScriptStep[] steps) => Create(Scripted(steps));

    public static SpaceSettings Scripted(params ScriptStep[] steps) =>
        new() { Calls = [new CallRule { Script = new Script(steps) }] };

    public static MessagingTokenRequest Ask(string userId = "u1") =>
        new(userId, "Ann", ChannelSettings.DemoId, "en");

    public static User SignIn(this Space space, string userId = "u1") =>
        space.MessagingTokens.Check(space.MessagingTokens.Apply(Ask(userId)).Value).Value;

    public static Task AdvanceAsync(this Space space, double seconds) =>
        space.Time.AdvanceAsync(TimeSpan.FromSeconds(seconds), TestEnds);

    /// <summary>Polls, and takes what is there at once; fails when the poll has to wait.</summary>
    public static IReadOnlyList<CallEvent> Take(this Space space, User user)
    {
        var poll = space.Calls.Poll(user);
        Assert.True(poll.Answer.IsCompletedSuccessfully, "The poll waits: there is no event.");
        var events = poll.Answer.Result;
        poll.MarkDelivered();
        return events;
    }

    /// <summary>Polls until nothing more is there.</summary>
    public static IReadOnlyList<CallEvent> TakeAll(this Space space, User user)
    {
        List<CallEvent> events = [];
        var poll = space.Calls.Poll(user);
        for (; poll.Answer.IsCompletedSuccessfully; poll = space.Calls.Poll(user))
        {
            events.AddRange(poll.Answer.Result);
            poll.MarkDelivered();
        }

        poll.Abandon();
        return events;
    }

    /// <summary>How long after the beginning of frozen time.</summary>
    public static double SecondsUntil(this Space _, DateTimeOffset moment) =>
        (moment - ClockSettings.Frozen.StartsAt!.Value).TotalSeconds;

    /// <summary>Polls for chat messages, and takes what is there at once; nothing where the poll would wait.</summary>
    public static IReadOnlyList<ChatMessage> Read(this Space space, User user, bool wantsReadNotices = false)
    {
        var poll = space.Chats.Poll(user, wantsReadNotices).Value;
        if (!poll.Answer.IsCompletedSuccessfully)
        {
            poll.Abandon();
            return [];
        }

        var messages = poll.Answer.Result;
        poll.MarkDelivered();
        return messages;
    }
}
