using CecSim.Simulation.Clock;
using CecSim.Simulation.Scripts;

namespace CecSim.Simulation.Calls;

/// <summary>One click-to-call of a user, with the script that it follows.</summary>
internal sealed class Call(MediaAbility media, Script script, Script onDrop, string accessCode)
{
    public MediaAbility Media { get; } = media;

    public Script OnDrop { get; } = onDrop;

    /// <summary>The called party that the client is given; no other live call of the space has it.</summary>
    public string AccessCode { get; } = accessCode;

    public CallState State { get; set; } = CallState.Created;

    public ScriptRun Run { get; set; } = new(script, Position: 0);

    /// <summary>When the script goes on.</summary>
    public AgendaEntry? NextStep { get; set; }
}
