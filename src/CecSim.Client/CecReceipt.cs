namespace CecSim.Client;

/// <summary>CEC did as it was asked, and has nothing else to tell.</summary>
/// <param name="Description">
/// The <c>resultDesc</c>, for example <c>connect to robot successfully.</c>; null or empty where there is none.
/// </param>
public sealed record CecReceipt(string? Description);
