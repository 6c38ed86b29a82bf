namespace CecSim.Telephony.Media.Bridging;

/// <summary>What joins a leg to others. Never called under the gate of a leg.</summary>
internal interface IMediaJoin
{
    /// <summary>The leg has put something for the others.</summary>
    void Take(MediaCall from);

    /// <summary>Time has passed for the leg.</summary>
    void Tick(MediaCall of);

    /// <summary>The leg is over, or is joined to others from now on.</summary>
    void Leave(MediaCall gone);
}
