using CecSim.Simulation.Clock;
using CecSim.Simulation.News;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Polls;

/// <summary>The polls that a space holds, for whoever looks at them from outside.</summary>
public sealed class HeldPolls
{
    private readonly Timeline _timeline;
    private readonly UserDirectory _users;
    private readonly NewsDesk _news;

    internal HeldPolls(Timeline timeline, UserDirectory users, NewsDesk news)
    {
        _timeline = timeline;
        _users = users;
        _news = news;
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<HeldPollView> All
    {
        get
        {
            using var turn = _timeline.Enter();
            return
            [
                .. from held in Held()
                   orderby held.Poll.Since, held.Poll.Number
                   select ViewOf(held),
            ];
        }
    }

    public int Count(PollKind kind)
    {
        using var turn = _timeline.Enter();
        return kind switch
        {
            PollKind.ClickToCall => _users.All.Sum(u => u.CallEvents?.HeldCount ?? 0),
            PollKind.Chat => _users.All.Sum(u => u.ChatMessages?.HeldCount ?? 0),
        };
    }

    /// <returns>Whose poll it is, and of which kind; null when none of that id is held.</returns>
    public HeldPollView? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>Gives a poll the empty answer.</summary>
    /// <returns>False when no poll of that id is held.</returns>
    public bool Release(string id)
    {
        using var turn = _timeline.Enter();
        var poll = PollOf(id);
        poll?.LetGo();
        return poll is not null;
    }

    /// <summary>Breaks a poll's connection; the events that it was to have stay.</summary>
    /// <returns>False when no poll of that id is held.</returns>
    public bool Cut(string id)
    {
        IHeldPoll? poll;
        using (_timeline.Enter())
        {
            poll = PollOf(id);
        }

        poll?.Cut();
        return poll is not null;
    }

    /// <summary>A poll of a user begins to wait, or waits no more. Within the timeline.</summary>
    internal void Tell<TEvent>(PollKind kind, User user, HeldPoll<TEvent> poll)
    {
        if (_news.IsFollowed)
        {
            var view = ViewOf((user, kind, poll));
            _news.Tell(poll.Released is { } events
                ? new PollReleased(_timeline.Now, view, events.Count)
                : new PollHeld(_timeline.Now, view));
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
