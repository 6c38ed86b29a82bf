namespace CecSim.Server.Control.Pact;

/// <summary>Tokens, good and bad (protocol sections 1 to 3).</summary>
internal static class TokenStates
{
    private static readonly string[] Access = ["accessToken", "authorization"];
    internal static readonly string[] Both = [.. Access, "ccmessagingToken"];

    public static IReadOnlyList<ProviderState> All { get; } =
    [
        new("a tenant exists", "The space is there, as always: nothing changes.", [], [], _ => null),
        new("an access token was issued", "accessToken is good.", [], Access, scene =>
        {
            scene.GiveAccessToken();
            return null;
        }),
        new("the access token has expired", "accessToken is one that has expired.", [], Both, scene =>
            WithUser(scene, () => scene.Space.AccessTokens.Expire(scene.GiveAccessToken()))),
        new("the access token was revoked", "accessToken is one that was taken back.", [], Both, scene =>
            WithUser(scene, () => scene.Space.AccessTokens.Revoke(scene.GiveAccessToken()))),
        new(
            "a user is signed in",
            "Both tokens are good; the user has neither a call nor a text session.",
            [],
            Both,
            scene => WithUser(scene, () => { })),
        new("the messaging token has expired", "ccmessagingToken is one that has expired.", [], Both, scene =>
            WithUser(scene, () => scene.Space.MessagingTokens.Expire((string)scene.Values["ccmessagingToken"]!))),
        new(
            "the messaging token was replaced",
            "ccmessagingToken is one that a later applyToken of the same user has ended.",
            [],
            Both,
            scene => WithUser(scene, () =>
            {
                var replaced = (string)scene.Values["ccmessagingToken"]!;
                scene.SignIn(anew: true);
                scene.Give("ccmessagingToken", replaced);
            })),
    ];

    private static string? WithUser(PactScene scene, Action act)
    {
        if (scene.SignIn().Refusal is { } refusal)
        {
            return $"{scene.UserId} cannot sign in: {refusal}.";
        }

        act();
        return null;
    }
}
