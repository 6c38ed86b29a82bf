using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <content>What its customer hears who waits, and when an agent answers (Connection Bar, table 4-2).</content>
internal sealed partial class QueuedCall
{
    private IvrPlayer? _waiting;
    private DateTimeOffset _waitingSince;
    private bool _knowsPlace;

    public override void OnQueued()
    {
        centre.Progress.Apply(call, new CallInput.StartQueuing());
        if (Queue!.Settings.TellsPlace && !_knowsPlace && call.Leg is not null)
        {
            _knowsPlace = true;
            call.Say([new Sound.Speech($"please wait, you are number {Queue.PlaceOf(this)} in the queue")]);
        }

        if (Queue.Settings.Queuing is WaitTone.Flow { Ivr: var flow })
        {
            _waiting?.Stop();
            _waiting = new IvrPlayer(centre.Time, centre.Settings.Ivr, flow)
            {
                Say = call.Say,
                Leave = LeaveQueue,
                LeavesForFlows = true,
            };
            PlayWaiting();
        }

        // The flow may have led elsewhere at once.
        if (IsWaiting)
        {
            SetTones(Queue.Settings);
        }
    }

    public bool Take(CallSignal signal)
    {
        if (_waiting is not { } player || signal is not CallSignal.Dtmf { Digits: var keys })
        {
            return false;
        }

        player.Press(keys);
        return true;
    }

    private void PlayWaiting()
    {
        _waitingSince = centre.Time.Now;
        _waiting!.Begin();
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
        if (_waiting is { } player)
        {
            player.Stop();
            _waiting = null;
            call.Say([]);
        }
    }

    private void SetTones(QueueSettings queue) => call.SetTones(new LegTones(
        queue.Queuing switch
        {
            WaitTone.Custom { Sound: var sound } => sound,
            WaitTone.Flow when _waiting is not null => new Sound.Tone(ToneKind.Silence),
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
