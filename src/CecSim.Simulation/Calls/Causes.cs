namespace CecSim.Simulation.Calls;

/// <summary>The causes that the contact centre gives: codes of the public list of CTI release causes.</summary>
internal static class Causes
{
    public static readonly Cause NormalRelease = new(0, "normal release");
    public static readonly Cause ResourcesOccupied = new(1, "resources fully occupied");
    public static readonly Cause NoAgents = new(1, "no agents available");
    public static readonly Cause AbnormalRelease = new(3, "abnormal release");
    public static readonly Cause ConnectionFailed = new(7, "connection failed");
    public static readonly Cause NoAnswer = new(8, "called party does not answer");
    public static readonly Cause Rejected = new(9, "called party rejects");
    public static readonly Cause SignallingLost = Abnormal("the connection of the signalling was lost");
    public static readonly Cause ServerEnded = Abnormal("the server was ended and with it all media");
    public static readonly Cause NotAnswering = Abnormal("the customer's side no longer answers");
    public static readonly Cause ConsentLost = Abnormal("the customer's media are gone (no consent)");
    public static readonly Cause MediaMissing = Abnormal("the customer's media are gone (nothing came)");
    public static readonly Cause HandshakeFailed = Abnormal("the media could not be secured");
    public static readonly Cause NeverConnected = new(7, "connection failed: the media never connected");
    public static readonly Cause IvrDisconnected = new(11, "CTI-IVR disconnected");

    private static Cause Abnormal(string what) => new(3, $"abnormal release: {what}");
}

/// <summary>
/// <c>causeId</c> and <c>causeDesc</c> of a final event: the CTI platform's cause code and description.
/// The documents print -1 and no text, so -1 is the default.
/// </summary>
public sealed record Cause(int CauseId, string CauseDesc)
{
    public const int Unstated = -1;

    public static readonly Cause Released = new(Unstated, "call released");
    public static readonly Cause Dropped = new(Unstated, "released by the customer");
    public static readonly Cause QueueTimeout = new(Unstated, "queue timeout");
    public static readonly Cause Failed = new(Unstated, "call failed");
}

/// <summary>What a script says of a cause. What it leaves out is as it would be without it.</summary>
public readonly record struct StatedCause(int? CauseId, string? CauseDesc)
{
    public static implicit operator StatedCause(Cause cause) => new(cause.CauseId, cause.CauseDesc);

    public Cause Or(Cause unlessSaid) => new(CauseId ?? unlessSaid.CauseId, CauseDesc ?? unlessSaid.CauseDesc);
}
