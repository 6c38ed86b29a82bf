using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Polls;

/// <summary>The polls that a space holds, for whoever looks at them from outside.</summary>
public sealed class HeldPolls
{
    private const int ViewsAtOnce = 1_000;

    private readonly SpaceScheduler _scheduler;
    private readonly UserDirectory _users;
    private readonly SpaceEventPublisher _publisher;

    internal HeldPolls(SpaceScheduler scheduler, UserDirectory users, SpaceEventPublisher publisher)
    {
        _scheduler = scheduler;
        _users = users;
        _publisher = publisher;
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<HeldPollView> All => First(int.MaxValue, text: null).Polls;

    /// <summary>Those whose id or user has a text in it, the oldest first.</summary>
    /// <param name="max">How many are told at most.</param>
    /// <param name="text">In letters of either case; null for all.</param>
    /// <returns>And how many there are.</returns>
    public (IReadOnlyList<HeldPollView> Polls, int Total) First(int max, string? text)
    {
        List<(User User, PollKind Kind, IHeldPoll Poll)> held;
        using (_scheduler.Enter())
        {
            held = [.. Held()];
        }

        // Who looks at very many does not keep the space's requests waiting.
        var found = held
            .Where(h => text is null || Has(h.User.UserId, text) || Has(IdOf(h), text))
            .OrderBy(h => h.Poll.Since).ThenBy(h => h.Poll.Number)
            .ToList();
        var views = new List<HeldPollView>(Math.Min(max, found.Count));
        foreach (var some in found.Take(max).Chunk(ViewsAtOnce))
        {
            using var lockScope = _scheduler.Enter();
            views.AddRange(some.Select(ViewOf));
        }

        return (views, found.Count);

        static bool Has(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    public int Count(PollKind kind)
    {
        using var lockScope = _scheduler.Enter();
        return kind switch
        {
            PollKind.ClickToCall => _users.All.Sum(u => u.CallEvents?.HeldCount ?? 0),
            PollKind.Chat => _users.All.Sum(u => u.ChatMessages?.HeldCount ?? 0),
        };
    }

    /// <returns>Whose poll it is, and of which kind; null when none of that id is held.</returns>
    public HeldPollView? Find(string id)
    {
        using var lockScope = _scheduler.Enter();
        return Held().FirstOrDefault(h => IdOf(h) == id) is { Poll: not null } held ? ViewOf(held) : null;
    }

    /// <summary>Gives a poll the empty answer.</summary>
    /// <returns>False when no poll of that id is held.</returns>
    public bool Release(string id)
    {
        using var lockScope = _scheduler.Enter();
        var poll = PollOf(id);
        poll?.ReleaseEmpty();
        return poll is not null;
    }

    /// <summary>Breaks a poll's connection; the events that it was to have stay.</summary>
    /// <returns>False when no poll of that id is held.</returns>
    public bool Cut(string id)
    {
        IHeldPoll? poll;
        using (_scheduler.Enter())
        {
            poll = PollOf(id);
        }

        poll?.Cut();
        return poll is not null;
    }

    /// <summary>A poll of a user begins to wait, or waits no more. Within the timeline.</summary>
    internal void Tell<TEvent>(PollKind kind, User user, HeldPoll<TEvent> poll)
    {
        if (_publisher.HasSubscriber)
        {
            var view = ViewOf((user, kind, poll));
            _publisher.Publish(poll.Released is { } events
                ? new PollReleased(_scheduler.Now, view, events.Count)
                : new PollHeld(_scheduler.Now, view));
        }
    }

    private IHeldPoll? PollOf(string id) => Held().FirstOrDefault(h => IdOf(h) == id).Poll;

    private IEnumerable<(User User, PollKind Kind, IHeldPoll Poll)> Held()
    {
        foreach (var user in _users.All)
        {
            foreach (var poll in user.CallEvents?.Held ?? [])
            {
                yield return (user, PollKind.ClickToCall, poll);
            }

            foreach (var poll in user.ChatMessages?.Held ?? [])
            {
                yield return (user, PollKind.Chat, poll);
            }
        }
    }

    private static HeldPollView ViewOf((User User, PollKind Kind, IHeldPoll Poll) held) =>
        new(IdOf(held), held.Kind, held.User, held.Poll.Since, held.Poll.DueAt, held.Poll.IsAborted);

    private static string IdOf((User User, PollKind Kind, IHeldPoll Poll) held) =>
        $"{(held.Kind == PollKind.Chat ? "chat" : "clickToCall")}-{held.Poll.Number}";
}
