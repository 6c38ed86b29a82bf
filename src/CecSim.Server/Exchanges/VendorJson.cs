using System.Text.Encodings.Web;
using CecSim.Server.AgentInfo;
using CecSim.Server.ApiFabric;
using CecSim.Server.CcMessaging;
using CecSim.Server.ClickToCall;
using CecSim.Server.ConnectionBar;
using CecSim.Server.ConnectionBar.Validation;
using CecSim.Server.Demo;

namespace CecSim.Server.Exchanges;

/// <summary>The vendor's bodies. What is null is left out, as CEC does with <c>eventId</c>.</summary>
[JsonSerializable(typeof(AccessTokenBody))]
[JsonSerializable(typeof(MessagingTokenBody))]
[JsonSerializable(typeof(SupportBody))]
[JsonSerializable(typeof(CallEventBody))]
[JsonSerializable(typeof(WordedEventBody))]
[JsonSerializable(typeof(DownlinkBody))]
[JsonSerializable(typeof(QueueInfoBody))]
[JsonSerializable(typeof(UploadedFileBody))]
[JsonSerializable(typeof(DownloadedFileBody))]
[JsonSerializable(typeof(AgentInfoBody))]
[JsonSerializable(typeof(AgentOfAccountBody))]
[JsonSerializable(typeof(BarAnswerBody))]
[JsonSerializable(typeof(BarBoot))]
[JsonSerializable(typeof(BarNewsBody))]
[JsonSerializable(typeof(CustomerSettings))]
[JsonSerializable(typeof(DemoSettings))]
[JsonSerializable(typeof(ValidationOutcome))]
[JsonSerializable(typeof(ValidationRequest))]
[JsonSerializable(typeof(ResultBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class VendorJson : JsonSerializerContext
{
    /// <summary>
    /// As CEC's samples are written: what is not ASCII stands for itself, and so do quotes and apostrophes.
    /// </summary>
    public static VendorJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
