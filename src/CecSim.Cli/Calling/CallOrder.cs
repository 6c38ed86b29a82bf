namespace CecSim.Cli.Calling;

/// <summary>A call to place, as the command line wants it.</summary>
/// <param name="Talk">How long it goes on, once connected, before the customer hangs up.</param>
/// <param name="Wait">How long the customer waits for an agent before hanging up.</param>
/// <param name="Phone">How to call the gateway; null to leave it alone.</param>
internal sealed record CallOrder(
    CecClientOptions Target,
    CecCustomerIdentity Customer,
    CecMedia Media,
    bool ChatFirst,
    TimeSpan Talk,
    TimeSpan Wait,
    PhoneOrder? Phone);
