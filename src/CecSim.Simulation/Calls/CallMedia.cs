using CecSim.Simulation.Clock;
using CecSim.Simulation.Scripts;

namespace CecSim.Simulation.Calls;

/// <summary>Joins what the gateway carries to the calls that it is for.</summary>
public sealed class CallMedia
{
    private readonly Timeline _timeline;
    private readonly CallProgress _progress;
    private readonly AccessCodes _accessCodes;

    internal CallMedia(Timeline timeline, CallProgress progress, AccessCodes accessCodes)
    {
        _timeline = timeline;
        _progress = progress;
        _accessCodes = accessCodes;
    }

    /// <summary>The gateway's domain name of this space.</summary>
    public string Domain => _progress.Domain;

    /// <summary>A client calls the number that event 168101 gave it.</summary>
    /// <returns>Why these are no media of a call; null when they have been joined to it.</returns>
    public MediaRefusal? Join(string accessCode, string caller, IMediaLeg leg)
    {
        using var turn = _timeline.Enter();
        if (_accessCodes.Find(accessCode) is not { State: CallState.Connected } call)
        {
            return MediaRefusal.NoSuchCall;
        }

        if (caller != GatewayRoute.AnonymousCaller)
        {
            return MediaRefusal.WrongCaller;
        }

        if (call.Leg is not null)
        {
            return MediaRefusal.AlreadyJoined;
        }

        call.Leg = leg;
        _timeline.Cancel(call.MediaDeadline);
        return null;
    }

    /// <summary>Tells the call what its media did, for a script that may wait for it.</summary>
    public void Raise(string accessCode, IMediaLeg leg, CallSignal signal)
    {
        using var turn = _timeline.Enter();
        if (_accessCodes.Find(accessCode) is { } call && call.Leg == leg)
        {
            call.Fate!.Take(signal);
        }
    }

    /// <summary>The client ended the media: that ends the call. Without effect when the call was over before.</summary>
    public void Leave(string accessCode, IMediaLeg leg)
    {
        using var turn = _timeline.Enter();
        if (_accessCodes.Find(accessCode) is { } call && call.Leg == leg)
        {
            call.Leg = null;
            _progress.Apply(call, new CallInput.Release(Cause.Dropped));
        }
    }
}
