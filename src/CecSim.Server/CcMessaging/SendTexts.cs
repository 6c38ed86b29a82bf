namespace CecSim.Server.CcMessaging;

/// <summary><c>resultDesc</c> of send and sendAsync. Those about a robot were seen; the others are alike.</summary>
internal static class SendTexts
{
    /// <summary>What sendAsync always says.</summary>
    public const string Taken = "send sendMessageForOpenApiAsync success.";

    public static (string Text, Basis Basis) Of(string controlType, bool isWithRobot) =>
        (controlType, isWithRobot) switch
        {
            ("CONNECT", true) => ("connect to robot successfully.", Basis.Found),
            ("CONNECT", false) => ("connect to agent successfully.", Basis.Inferred),
            ("CHAT", true) => ("Send message to robot successfully", Basis.Found),
            ("CHAT", false) => ("Send message to agent successfully", Basis.Inferred),
            ("TRANS2AGENT", _) => ("transfer to agent successfully.", Basis.Inferred),
            ("INPUT", _) => ("Send input successfully", Basis.Inferred),
            _ => ("disconnect successfully.", Basis.Inferred),
        };
}
