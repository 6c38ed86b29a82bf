namespace CecSim.Simulation;

/// <summary>What is true of each operation whatever the space.</summary>
public static class CecOperations
{
    public static IReadOnlyList<CecOperation> All { get; } = Enum.GetValues<CecOperation>();

    /// <summary>The word used on the wire and in scenario files, for example <c>getClickToCallEvents</c>.</summary>
    public static string Word(this CecOperation operation)
    {
        var name = operation.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Whether the request carries <c>Authorization: Bearer</c> (Voice and Video Access, 4.1).</summary>
    public static bool CarriesAccessToken(this CecOperation operation) =>
        operation is not (CecOperation.TokenByAkSk or >= CecOperation.Ccbarclient);

    /// <summary>Whether the request carries <c>ccmessaging-token</c> (Voice and Video Access, 4.1).</summary>
    public static bool CarriesMessagingToken(this CecOperation operation) =>
        operation is >= CecOperation.CheckClickToCallSupport and <= CecOperation.QueryHistoryChatMessage;

    /// <summary>
    /// Whether a request says whose it is: by its ccmessaging token, for applyToken by its body, for an INVITE by its
    /// access code.
    /// </summary>
    public static bool NamesUser(this CecOperation operation) =>
        operation is CecOperation.ApplyToken or CecOperation.Invite || operation.CarriesMessagingToken();

    /// <summary>Whether it is a long poll.</summary>
    public static bool DeliversEvents(this CecOperation operation) =>
        operation is CecOperation.GetClickToCallEvents or CecOperation.Poll or CecOperation.AgentEvents;
}
