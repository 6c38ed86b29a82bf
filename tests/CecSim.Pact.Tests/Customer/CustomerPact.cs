namespace CecSim.Pacts.Tests.Customer;

/// <summary>
/// What CEC expects of the customer's own thirdPartyValidate (Connection Bar, section 5.3; protocol section 8).
/// </summary>
internal static class CustomerPact
{
    public const string FileName = "cec-thirdPartyValidate.json";
    public const string Path = "/rest/cc-management/v1/thirdparty/thirdPartyValidate";

    /// <summary>Zero alone is success; it is a number.</summary>
    public static void WriteTo(string folder)
    {
        using var pact = Pact.V4("cec", "thirdPartyValidate");
        AgreeOnValid(pact);
        AgreeOnInvalid(pact);
        pact.Write(folder);
    }

    public static void AgreeOnValid(Pact pact) => Ask(
            pact.UponReceiving("a token that the customer issued").Given("the access token is valid"),
            Match.Type("pact-token").FromState("${access_token}"))
        .WillRespond()
        .WithStatus(200)
        .WithJsonBody(new JsonObject
        {
            ["retCode"] = Match.Equality(0),
            ["message"] = Match.Type("validate success"),
        });

    public static void AgreeOnInvalid(Pact pact) => Ask(
            pact.UponReceiving("a token that the customer did not issue").Given("the access token is not valid"),
            Match.Type("no-token-of-the-customer"))
        .WillRespond()
        .WithStatus(200)
        .WithJsonBody(new JsonObject
        {
            ["retCode"] = Match.Regex(1, "^-?[1-9][0-9]*$"),
            ["message"] = Match.Type("the token is not valid"),
        });

    private static RequestBuilder Ask(RequestBuilder request, JsonObject token) => request
        .WithRequest(HttpMethod.Post, Path)
        .WithJsonBody(new JsonObject
        {
            ["access_token"] = token,
            ["tenantSpaceId"] = Match.Type("202403015666").FromState("${tenantSpaceId}"),
            ["userAccount"] = Match.Type("11").FromState("${userAccount}"),
        });
}
