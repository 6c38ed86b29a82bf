using System.Text.Json.Serialization;
using CecSim.Server.AgentInfo;
using CecSim.Server.ApiFabric;
using CecSim.Server.CcMessaging;
using CecSim.Server.ClickToCall;
using CecSim.Server.Problems;

namespace CecSim.Server.Exchanges;

/// <summary>The vendor's bodies. What is null is left out, as CEC does with <c>eventId</c>.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(AccessTokenBody))]
[JsonSerializable(typeof(MessagingTokenBody))]
[JsonSerializable(typeof(SupportBody))]
[JsonSerializable(typeof(CallEventBody))]
[JsonSerializable(typeof(DownlinkBody))]
[JsonSerializable(typeof(QueueInfoBody))]
[JsonSerializable(typeof(UploadedFileBody))]
[JsonSerializable(typeof(DownloadedFileBody))]
[JsonSerializable(typeof(AgentInfoBody))]
[JsonSerializable(typeof(ResultBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class VendorJson : JsonSerializerContext;
