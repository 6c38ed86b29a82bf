namespace CecSim.Simulation.Calls;

/// <summary><c>mediaAbility</c> of createClickToCall: "0" voice, "1" video (chapter 5, step 3).</summary>
public enum MediaAbility
{
    Voice = 0,
    Video = 1,
}
