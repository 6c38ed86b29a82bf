using System.Globalization;
using CecSim.Simulation.Tokens;

namespace CecSim.Server.ApiFabric;

/// <summary>The seven fields of tokenByAkSk, all of them strings (Voice and Video Access, 2.1).</summary>
internal sealed class AccessTokenBody(AccessToken token)
{
    [JsonPropertyName("AccessToken")]
    public string AccessToken => token.Text;

    [JsonPropertyName("ApplyType")]
    public string ApplyType { get; } = "Bearer";

    /// <summary>Unix seconds.</summary>
    [JsonPropertyName("CreateTime")]
    public string CreateTime => token.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The lifetime in seconds.</summary>
    [JsonPropertyName("Expires")]
    public string Expires => ((long)token.Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    [JsonPropertyName("Scope")]
    public string Scope => token.Scope;

    [JsonPropertyName("AppKey")]
    public string AppKey => token.AppKey;

    [JsonPropertyName("UserID")]
    public string UserId { get; } = "Anonymous";
}
