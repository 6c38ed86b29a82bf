using CecSim.Simulation.SpaceEvents;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;

namespace CecSim.Server.Gateway;

/// <summary>The media of a call are over.</summary>
internal sealed record MediaEnded(
    DateTimeOffset At, long CallId, MediaReport Report, RecordingReport? Recording) : SpaceEvent(At);
