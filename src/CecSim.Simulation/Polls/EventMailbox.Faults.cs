using CecSim.Simulation.Breakpoints;

namespace CecSim.Simulation.Polls;

/// <summary>
/// What faults do to an event that a poll is to have. They strike it in their order; one that holds it back makes the
/// rest wait, whatever becomes of the poll.
/// </summary>
internal sealed partial class EventMailbox<TEvent> : IEventFaultTarget
{
    private readonly Queue<EventFault> _strikes = new();
    private bool _isHandingOver;
    private bool _losesAnswer;
    private bool _waitsToBeOvertaken;
    private ScheduledTimer? _heldBack;
    private HeldMessages.Held? _paused;

    /// <summary>A fault keeps the first event from every poll, and so what stands behind it.</summary>
    private bool IsKept => _heldBack is not null || _paused is not null;

    void IEventFaultTarget.DropFirst()
    {
        _waiting.RemoveFirst();
        tally.LostCount++;
        EndHandingOver();
    }

    void IEventFaultTarget.RepeatFirst()
    {
        var original = _waiting.First!;
        var lastOfAnswer = original;
        for (var i = 1; i < limits.EventsPerAnswerMax && lastOfAnswer.Next is not null; i++)
        {
            lastOfAnswer = lastOfAnswer.Next;
        }

        _waiting.AddAfter(lastOfAnswer, original.Value);
        tally.RepeatedCount++;
    }

    void IEventFaultTarget.SwapFirstTwo()
    {
        if (_waiting.Count > 1)
        {
            SwapFirstTwo();
            return;
        }

        HoldBack(limits.Hold);
        _waitsToBeOvertaken = true;
    }

    void IEventFaultTarget.HoldBack(TimeSpan wait) => HoldBack(wait);

    void IEventFaultTarget.PauseFirst() => _paused = Breakpoint?.Hold(_waiting.First!.Value.Event!, decision =>
    {
        _paused = null;
        if (decision is BreakpointDecision.Drop)
        {
            ((IEventFaultTarget)this).DropFirst();
        }

        Match();
    });

    void IEventFaultTarget.LoseAnswer() => _losesAnswer = true;

    private EventFault? TakeStrike()
    {
        if (!_isHandingOver && !_waiting.First!.Value.IsStruck)
        {
            MarkStruck(_waiting.First);
            foreach (var fault in Faults())
            {
                _strikes.Enqueue(fault);
            }
        }

        _isHandingOver = true;
        return _strikes.TryDequeue(out var next) ? next : null;
    }

    private void EndHandingOver()
    {
        _isHandingOver = false;
        _strikes.Clear();
        _losesAnswer = false;
        EndHoldingBack();
        EndPause();
    }

    private void HoldBack(TimeSpan wait) =>
        _heldBack = scheduler.At(scheduler.Now + wait, "held back event", () =>
        {
            EndHoldingBack();
            Match();
        });

    private void EndHoldingBack()
    {
        scheduler.Cancel(_heldBack);
        _heldBack = null;
        _waitsToBeOvertaken = false;
    }

    private void EndPause()
    {
        if (_paused is { } paused)
        {
            _paused = null;
            Breakpoint!.Held.Remove(paused);
        }
    }

    private void LetOvertake()
    {
        if (_waitsToBeOvertaken)
        {
            EndHoldingBack();
            SwapFirstTwo();
        }
    }

    private void SwapFirstTwo()
    {
        var overtaking = _waiting.First!.Next!;

        // The two are struck as one, or each of them would be sent behind the other again.
        MarkStruck(overtaking);
        _waiting.Remove(overtaking);
        _waiting.AddFirst(overtaking);
    }

    private static void MarkStruck(LinkedListNode<Item> item) => item.Value = item.Value with { IsStruck = true };
}
