namespace CecSim.Client.Calls;

/// <summary>The <c>mediaAbility</c> of a call (createClickToCall, chapter 5, step 3).</summary>
public enum CecMedia
{
    /// <summary>Sound alone: <c>0</c>.</summary>
    Voice,

    /// <summary>Sound and picture: <c>1</c>.</summary>
    Video,
}
