namespace CecSim.Server.Control.Access;

/// <summary>
/// What is good enough for a control key. It opens the server to everybody who can reach it, and an empty one, as a
/// variable that is not set makes it, would open it to whoever sends none.
/// </summary>
public static class ControlKey
{
    public const int LengthMin = 16;

    /// <summary>What fits beside the other headers of a request's head.</summary>
    public const int LengthMax = 1_024;

    /// <returns>What is wrong with it, without a part of it; null when it can be taken.</returns>
    public static string? Complaint(string key) =>
        key.Length == 0 ? "The control key is empty."
        : !CanBeSent(key) ? "The control key must be printable ASCII without spaces."
        : key.Length is < LengthMin or > LengthMax
            ? $"The control key must have {LengthMin} to {LengthMax} characters; openssl rand -hex 16 makes one."
        : null;

    /// <summary>Whether a header can carry it as it is (RFC 6750, 2.1).</summary>
    public static bool CanBeSent(string key) => key.Length > 0 && key.All(c => c is > ' ' and <= '~');
}
