using CecSim.Simulation.Journal;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Breakpoints;

/// <summary>
/// What stands at a breakpoint until somebody lets it go. As long as anything does, time that is frozen cannot be
/// moved.
/// </summary>
public sealed class HeldMessages(SpaceScheduler time, SpaceEventPublisher publisher, Masking masking)
{
    /// <summary>What comes when so many stand already goes on, and is counted.</summary>
    public const int HeldMax = 100;

    private readonly List<Held> _held = [];

    // Of each stage its own: an INVITE, which no replay brings, must not change what the next request is called.
    private readonly Dictionary<PauseStage, long> _numberLast = [];
    private long _passedCount;
    private bool _isOver;

    /// <summary>In the order in which they came.</summary>
    public HeldMessagesView View
    {
        get
        {
            using var lockScope = time.Enter();
            return new HeldMessagesView([.. _held.Select(h => h.View)], _passedCount);
        }
    }

    /// <summary>Null when nothing of that id stands here.</summary>
    public HeldMessage? Find(string id)
    {
        using var lockScope = time.Enter();
        return _held.Find(h => h.View.Id == id)?.View;
    }

    /// <summary>Waits until somebody decides, or the space is about to end.</summary>
    /// <param name="inFlight">
    /// The request that waits, for which time moved by hand waits in turn; null for none.
    /// </param>
    /// <param name="gone">Whoever sent it is gone.</param>
    public async Task<BreakpointDecision> HoldAsync(
        PausedMessage message, InFlightRequest? inFlight, CancellationToken gone)
    {
        var decided = new TaskCompletionSource<BreakpointDecision>(TaskCreationOptions.RunContinuationsAsynchronously);
        Held? held;
        using (time.Enter())
        {
            held = Add(message, decided.SetResult, inFlight);
            if (held is null)
            {
                return new BreakpointDecision.GoOn();
            }

            inFlight?.RestNow();
            time.WaitBegins();
        }

        try
        {
            return await decided.Task.WaitAsync(gone).ConfigureAwait(false);
        }
        finally
        {
            using var lockScope = time.Enter();
            Remove(held);
            time.WaitEnds();
        }
    }

    /// <summary>Only for code that has entered; it is told the decision in the same way.</summary>
    /// <returns>Null when it does not stand, but goes on.</returns>
    internal Held? Hold(PausedMessage message, Action<BreakpointDecision> decided) =>
        Add(message, decided, inFlight: null);

    /// <summary>What was held is no more. Only for code that has entered.</summary>
    internal void Remove(Held held)
    {
        if (_held.Remove(held))
        {
            time.EndPause();
            Publish(held, isHeld: false);
        }
    }

    /// <returns>False when nothing of that id stands here.</returns>
    public bool Decide(string id, BreakpointDecision decision)
    {
        using var lockScope = time.Enter();
        if (_held.Find(h => h.View.Id == id) is not { } held)
        {
            return false;
        }

        Decide(held, decision);
        return true;
    }

    /// <summary>All go on as they are, and nothing stands here from now on. Only for code that has entered.</summary>
    internal void End()
    {
        _isOver = true;
        foreach (var held in _held.ToList())
        {
            Decide(held, new BreakpointDecision.GoOn());
        }
    }

    private void Decide(Held held, BreakpointDecision decision)
    {
        Remove(held);
        held.InFlight?.Move();
        held.Decide(decision);
    }

    private Held? Add(PausedMessage message, Action<BreakpointDecision> decided, InFlightRequest? inFlight)
    {
        if (_isOver)
        {
            return null;
        }

        if (_held.Count >= HeldMax)
        {
            _passedCount++;
            return null;
        }

        var number = _numberLast[message.Stage] = _numberLast.GetValueOrDefault(message.Stage) + 1;
        var held = new Held(new HeldMessage(number, time.Now, message, masking), decided, inFlight);
        _held.Add(held);
        time.BeginPause();
        Publish(held, isHeld: true);
        return held;
    }

    private void Publish(Held held, bool isHeld)
    {
        if (publisher.HasSubscriber)
        {
            publisher.Publish(new MessagePaused(time.Now, held.View, isHeld));
        }
    }

    internal sealed class Held(HeldMessage view, Action<BreakpointDecision> decided, InFlightRequest? inFlight)
    {
        public HeldMessage View => view;

        public InFlightRequest? InFlight => inFlight;

        public void Decide(BreakpointDecision decision) => decided(decision);
    }
}

/// <param name="PassedCount">How many went on because too many stood already.</param>
public sealed record HeldMessagesView(IReadOnlyList<HeldMessage> Held, long PassedCount);
