using CecSim.Server.Control.Stream;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>An event of a space on its way to all that follow it.</summary>
internal sealed class FollowedEvent(SpaceEvent item)
{
    private byte[]? _text;

    public SpaceEvent Event => item;

    /// <summary>As it is sent, written once however many read it. Two that come at once may both write it.</summary>
    public byte[] Text => _text ??= StreamItems.Write(item);
}
