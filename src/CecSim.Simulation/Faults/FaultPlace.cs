namespace CecSim.Simulation.Faults;

/// <summary>The operations at which a fault makes sense.</summary>
/// <param name="Lack">What is said of any other operation.</param>
public sealed record FaultPlace(string Lack, Func<VendorOperation, bool> Covers)
{
    public static FaultPlace OverHttp => new(
        "is an INVITE, and not over HTTP", o => !o.IsInvite);

    /// <summary>Where CEC is the server, and not the client.</summary>
    public static FaultPlace Answers => new(
        "is no answer of CEC over HTTP", o => o.Id != CecOperation.ThirdPartyValidate && !o.IsInvite);

    public static FaultPlace AccessTokens => new(
        "carries no access token that could die", o => o.CarriesAccessToken);

    public static FaultPlace MessagingTokens => new(
        "carries no ccmessaging token that could die", o => o.CarriesMessagingToken);

    public static FaultPlace Events => new("delivers no events", o => o.IsLongPoll);

    public static FaultPlace ConnectionBar => new(
        "brings no connection bar", o => o.Id == CecOperation.Ccbarclient);

    public static FaultPlace CallsOfCec => new(
        "is not called by CEC", o => o.Id == CecOperation.ThirdPartyValidate);

    public static FaultPlace Invites => new("is no INVITE", o => o.IsInvite);

    /// <summary>Where a client calls the gateway.</summary>
    public static FaultPlace Gateway => new("is no call of the gateway", o => o.Id == CecOperation.Invite);

    /// <summary>Where the gateway calls the phone of an agent.</summary>
    public static FaultPlace Phones => new("is no call to an agent's phone", o => o.Id == CecOperation.Phone);
}
