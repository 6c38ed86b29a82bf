namespace CecSim.Scenarios.Agents;

/// <summary>An agent with a work number of its own (Connection Bar, table 4-4).</summary>
internal static partial class AgentShape
{
    private static readonly TextShape PhoneNumber = new("a phone number", 1, AgentKeys.SipCharsMax)
    {
        Pattern = Digits(),
        Characters = "digits, with a + in front where it is international",
    };

    public static readonly Shape<AgentSettings> Agent =
        new DiscriminatedShape<AgentSettings, AgentType>("type", AgentKeys.Type, AgentKeys.Start.Type, Of);

    private static ObjectShape<AgentSettings> Of(AgentType? type) =>
        new ObjectShape<AgentSettings>(AgentKeys.Start)
            .Required(
                "workNo",
                "its number in the contact centre.",
                new IdShape<int>("work number", AgentKeys.WorkNo),
                (a, workNo) => a with { WorkNo = workNo })
            .Optional(
                "name",
                "what customers see in a chat.",
                new TextShape("a name", 1, 60),
                (a, name) => a with { Name = name })
            .Optional(
                "accountCode",
                "the linked business account; none when absent.",
                new IdShape<string>("business account", TextShape.VisibleAscii("an account code", 100)),
                (a, code) => a with { AccountCode = code })
            .Optional(
                "sipAccount",
                "what its phone registers as.",
                new IdShape<string>("SIP account", TextShape.VisibleAscii("a SIP account", AgentKeys.SipCharsMax)),
                (a, account) => a with { SipAccount = account })
            .Optional(
                "mobileNumber",
                "its mobile or fixed-line number.",
                PhoneNumber,
                (a, number) => a with { MobileNumber = number })
            .Including(AgentKeys.Of(type), a => a, (_, a) => a);

    [GeneratedRegex(@"^\+?[0-9]+$")]
    private static partial Regex Digits();
}
