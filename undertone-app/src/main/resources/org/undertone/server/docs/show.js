// Shows the document that this server describes itself by; asks no other host to check it.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#document",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  validatorUrl: null,
  deepLinking: true,
});
