using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Ivr;

/// <summary>A call that an IVR flow has.</summary>
internal sealed class IvrCall : ICallFlow
{
    private readonly ContactCentre _centre;
    private readonly Call _call;

    public IvrCall(ContactCentre centre, Call call, string flow)
    {
        (_centre, _call) = (centre, call);
        Player = new IvrPlayer(centre.Time, centre.Settings.Ivr, flow) { Say = call.Say, Leave = Leave };
    }

    public IvrPlayer Player { get; }

    // A caller who rings is answered, and a client is told where to call: a flow has to be heard.
    public void Begin()
    {
        _call.IsAgentPresent = false;
        _call.SetTones(new LegTones(new Sound.Tone(ToneKind.Silence), Keeping: null));
        _call.Leg?.SetAgentPresent(isThere: false);
        _call.Leg?.Answer();
        if (_call.State is not CallState.Connected)
        {
            _centre.Progress.Apply(_call, new CallInput.Connect());
        }

        Player.Begin();
    }

    public void OnDropped()
    {
        Stop();
        _centre.Progress.Apply(_call, new CallInput.Release(Cause.Dropped));
    }

    public bool Take(CallSignal signal)
    {
        if (signal is CallSignal.Dtmf { Digits: var keys })
        {
            Player.Press(keys);
        }

        return signal is CallSignal.Dtmf;
    }

    public void Stop() => Player.Stop();

    private void Leave(IvrExit exit) => IvrExits.Follow(exit, _centre, _call);
}

/// <summary>What a call does where a flow has led it.</summary>
internal static class IvrExits
{
    public static void Follow(IvrExit exit, ContactCentre centre, Call call)
    {
        call.Hops = call.HoppedAt == centre.Time.Now ? call.Hops + 1 : 1;
        call.HoppedAt = centre.Time.Now;
        ICallFlow? next = exit switch
        {
            IvrExit.Enqueue { Queue: var queue } => new QueuedCall(centre, call, centre.Distribution.Find(queue)),
            IvrExit.ToFlow { Ivr: var flow } => new IvrCall(centre, call, flow),
            IvrExit.ToNumber { Number: var number } => new ForwardedCall(centre, call, number),
            _ => null,
        };
        if (next is null || call.Hops > IvrMachine.HopsMax)
        {
            centre.Progress.Apply(call, new CallInput.Release(Causes.IvrDisconnected));
            return;
        }

        call.Flow = next;
        centre.Progress.Apply(call, new CallInput.Transfer());
        next.Begin();
    }
}
