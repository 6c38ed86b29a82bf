using System.Globalization;
using CecSim.Server.Listeners;
using CecSim.Simulation.ConnectionBar;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// The four cookies of chapter 7. The bar's frame has another site than the page around it, so a browser keeps them
/// only with SameSite=None, and that only if they are Secure. Over plain HTTP browsers take Secure from addresses of
/// this machine alone; partitioned by the page around, they keep it there though they block cookies of third parties.
/// </summary>
internal static class BarCookies
{
    public const string Token = "sum_token";

    public static void Write(HttpResponse response, BarSession session)
    {
        var atime = session.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var isHttps = ServerAddress.Of(response.HttpContext).IsHttps;
        var isForeign = isHttps || CrossOrigin.IsOfAnotherSite(response.HttpContext.Request);
        foreach (var (name, value) in ((string, string)[])
                 [("sum_atime", atime), ("sum_refresh_token", session.RefreshToken), ("sum_sid", session.Sid),
                     (Token, session.Token)])
        {
            var options = new CookieOptions
            {
                Path = "/",
                HttpOnly = true,
                Secure = isForeign,
                SameSite = isForeign ? SameSiteMode.None : SameSiteMode.Lax,
            };
            if (isForeign && !isHttps)
            {
                options.Extensions.Add("Partitioned");
            }

            response.Cookies.Append(name, value, options);
        }
    }
}
