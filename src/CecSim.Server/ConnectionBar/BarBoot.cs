namespace CecSim.Server.ConnectionBar;

/// <summary>What the script cannot know by itself.</summary>
/// <param name="Context">From where it was loaded, as <c>$aicc_ContextPath</c> names it.</param>
/// <param name="Session">Tells a script that is evaluated twice from a page that was let in anew.</param>
/// <param name="FrameLateMs">A fault: how much later the frame is loaded; null for at once.</param>
internal sealed record BarBoot(
    [property: JsonPropertyName("context")] string Context,
    [property: JsonPropertyName("session")] string Session,
    [property: JsonPropertyName("frameLateMs")] long? FrameLateMs);
