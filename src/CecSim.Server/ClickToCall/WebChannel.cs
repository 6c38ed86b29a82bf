namespace CecSim.Server.ClickToCall;

/// <summary>The query <c>channel=WEB</c>, the only value that the documents know.</summary>
internal static class WebChannel
{
    public const string Name = "WEB";

    public static RefusalAnswer? ProblemOf(VendorExchange exchange) =>
        exchange.Query("channel") == Name
            ? null
            : GenericStatuses.ToAnswer(400, "The query must have channel=WEB.");
}
