using CecSim.Simulation.ConnectionBar;

namespace CecSim.Scenarios.ConnectionBar;

/// <summary>The <c>connectionBar</c> of a space: what an enterprise hands in for it.</summary>
internal static class BarShape
{
    public static readonly ObjectShape<BarSettings> Bar =
        new ObjectShape<BarSettings>(new BarSettings())
            .Optional(
                "validateUrl",
                "the enterprise's thirdPartyValidate; absent, a built-in one accepts the demo access_token.",
                new UrlShape("a URL"),
                (b, url) => b with { ValidateUrl = url })
            .Optional(
                "validateWithin",
                "how long that API may take.",
                new DurationShape("a patience", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2)),
                (b, time) => b with { ValidateWithin = time },
                b => b.ValidateWithin)
            .Optional(
                "certificateFile",
                "a PEM or CER file with the CA, or the certificate, that its HTTPS must have.",
                new TextShape("a file name", 1, 1_000),
                (b, file) => b with { CertificateFile = file })
            .Optional(
                "customerAlerting",
                "when AgentEvent_Customer_Alerting comes: on hold, as in the guide, or while a customer's phone rings.",
                new ChoiceShape<AlertingMeaning>(
                    "a meaning",
                    ("holding", AlertingMeaning.Holding),
                    ("ringing", AlertingMeaning.Ringing)),
                (b, meaning) => b with { CustomerAlerting = meaning },
                b => b.CustomerAlerting)
            .Optional(
                "phoneAnswers",
                "whether picking up the agent's registered phone answers a call; otherwise the bar has to answer too.",
                ChannelShape.YesOrNo,
                (b, answers) => b with { PhoneAnswers = answers },
                b => b.PhoneAnswers)
            .Optional(
                "softphoneRequired",
                "whether a person can answer and call only while the agent's softphone is registered.",
                ChannelShape.YesOrNo,
                (b, required) => b with { SoftphoneRequired = required },
                b => b.SoftphoneRequired);
}
