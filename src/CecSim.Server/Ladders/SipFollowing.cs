using CecSim.Guarding;
using CecSim.Server.Spaces.EventStream;
using CecSim.Simulation.Calls;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Ladders;

/// <summary>
/// Tells who follows a space of its SIP messages. The stack says what passes under its lock, where no space may be
/// asked; so they wait here, as many as may be, until that can be done.
/// </summary>
internal sealed class SipFollowing(SpaceDirectory spaces, CallDialogs dialogs, Guard guard) : ISipFollower
{
    /// <summary>Of more the newest are not told, and how many those were is.</summary>
    public const int WaitingMax = 2_000;

    private readonly Lock _gate = new();
    private readonly Queue<(string SipCallId, TracedMessage Message)> _waiting = [];
    private bool _tells;
    private long _droppedCount;

    public void Passed(string sipCallId, TracedMessage message)
    {
        if (!spaces.Hosted.Any(s => s.Space.Events.HasSubscriber))
        {
            return;
        }

        lock (_gate)
        {
            if (_waiting.Count >= WaitingMax)
            {
                _droppedCount++;
                return;
            }

            _waiting.Enqueue((sipCallId, message));
            if (_tells)
            {
                return;
            }

            _tells = true;
        }

        Begin();
    }

    // What could not be told is out of the queue, so that the next one is not held up by it.
    private void Begin() => guard.Queue("SIP messages for followers", TellAll, _ => Begin());

    private void TellAll()
    {
        while (TryTake(out var next))
        {
            Tell(next.SipCallId, next.Message);
        }

        // Whose they were is not known any more, so all who follow are told.
        if (TakeDroppedCount() is var dropped and > 0)
        {
            foreach (var space in spaces.Hosted.Select(s => s.Space).Where(s => s.Events.HasSubscriber))
            {
                space.Events.Publish(new EventsDropped(space.Time.ReadNow(), dropped));
            }
        }
    }

    private bool TryTake(out (string SipCallId, TracedMessage Message) next)
    {
        lock (_gate)
        {
            return _tells = _waiting.TryDequeue(out next);
        }
    }

    private long TakeDroppedCount()
    {
        lock (_gate)
        {
            var dropped = _droppedCount;
            _droppedCount = 0;
            return dropped;
        }
    }

    private void Tell(string sipCallId, TracedMessage message)
    {
        var ((from, fromDomain), (to, toDomain)) = (message.From, message.To);
        var dialog = dialogs.Find(sipCallId);
        if ((dialog?.Space ?? SpaceOf(to, toDomain) ?? SpaceOf(from, fromDomain)
                ?? spaces.FindByRoute(new GatewayRoute(toDomain, to, from)))
            is not { Events.HasSubscriber: true } space)
        {
            return;
        }

        var accessCode = dialog?.AccessCode ?? to;
        var words = message.StartLine.Split(' ', 3);
        space.Events.Publish(new SipPassed(
            space.Time.History.SpaceTimeAt(message.Timestamp),
            message,
            sipCallId,
            space.Calls.View.LastOrDefault(c => c.AccessCode == accessCode)?.Id,
            new[] { to, from }.FirstOrDefault(u => spaces.FindSipAccounts(u).Any(a => a.Space.Space == space)),
            message.Status is null ? null : space.Masking.Text(words is [_, _, var reason] ? reason : "")));
    }

    // An account may be of several spaces: the domain tells which is meant, where it is not a name of this host.
    private Space? SpaceOf(string account, string domain)
    {
        var all = spaces.FindSipAccounts(account).Select(a => a.Space.Space).ToList();
        return all.Find(s => s.Media.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
    }
}
