using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <content>What its customer hears who waits, and when an agent answers (Connection Bar, table 4-2).</content>
internal sealed partial class QueuedCall
{
    /// <summary>No place is told sooner after the last one.</summary>
    public static readonly TimeSpan TellsPlaceEvery = TimeSpan.FromSeconds(20);

    private DateTimeOffset _waitingSince;
    private ScheduledTimer? _nextPlace;
    private int _placeTold;

    /// <summary>The flow that plays while it waits; null for none.</summary>
    public IvrPlayer? WaitingFlow { get; private set; }

    public override void OnQueued()
    {
        centre.Progress.Apply(call, new CallInput.StartQueuing());
        if (Queue!.Settings.Queuing is WaitTone.Flow { Ivr: var flow })
        {
            WaitingFlow = new IvrPlayer(centre.Time, centre.Settings.Ivr, flow)
            {
                Say = call.Say,
                Leave = LeaveQueue,
                LeavesForFlows = true,
            };
            PlayWaiting();
        }
        else if (Queue.Settings.TellsPlace)
        {
            TellPlaces();
        }

        // The flow may have led elsewhere at once.
        if (IsWaiting)
        {
            SetTones(Queue.Settings);
        }
    }

    private void TellPlaces()
    {
        TellNewPlace();
        _nextPlace = centre.Time.At(centre.Time.Now + TellsPlaceEvery, "place in queue", TellPlaces);
    }

    /// <returns>How long it is heard; zero where it is the one that was told last.</returns>
    private TimeSpan TellNewPlace()
    {
        var place = Queue!.PlaceOf(this);
        if (call.Leg is null || place == _placeTold)
        {
            return TimeSpan.Zero;
        }

        _placeTold = place;
        var told = new Sound.Speech($"please wait, you are number {place} in the queue");
        call.Say([told]);
        return told.Length;
    }

    public bool Take(CallSignal signal)
    {
        if (WaitingFlow is not { } player || signal is not CallSignal.Dtmf { Digits: var keys })
        {
            return false;
        }

        player.Press(keys);
        return true;
    }

    // What a flow says is not cut by a place: that is told before its beginning.
    private void PlayWaiting()
    {
        _waitingSince = centre.Time.Now;
        var wait = Queue!.Settings.TellsPlace ? TellNewPlace() : TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
        {
            _nextPlace = centre.Time.At(centre.Time.Now + wait, "flow of queue", WaitingFlow!.Begin);
        }
        else
        {
            WaitingFlow!.Begin();
        }
    }

    // A flow that takes no time is not played twice.
    private void LeaveQueue(IvrExit exit)
    {
        if (exit is IvrExit.Finished)
        {
            if (centre.Time.Now > _waitingSince)
            {
                PlayWaiting();
            }

            return;
        }

        centre.Distribution.Leave(this);
        IvrExits.Follow(exit, centre, call);
    }

    private void EndWaiting()
    {
        centre.Time.Cancel(_nextPlace);
        if (WaitingFlow is { } player)
        {
            player.Stop();
            WaitingFlow = null;
            call.Say([]);
        }
    }

    private void SetTones(QueueSettings queue) => call.SetTones(new LegTones(
        queue.Queuing switch
        {
            WaitTone.Custom { Sound: var sound } => sound,
            WaitTone.Flow when WaitingFlow is not null => new Sound.Tone(ToneKind.Silence),
            _ => null,
        },
        queue.Keeping));

    // "The employee ID of the agent can be played to the customer."
    private void TellWhoAnswers()
    {
        if (Queue!.Settings.AnswerMode is AnswerMode.ReportEmployeeId)
        {
            var workNo = Agent!.Settings.WorkNo;
            call.Say([new Sound.Speech(string.Create(CultureInfo.InvariantCulture, $"employee {workNo}"))]);
        }
        else if (call.Said.Count > 0)
        {
            call.Say([]);
        }
    }
}
