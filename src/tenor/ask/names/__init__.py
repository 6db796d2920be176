"""What the records call things, and what their texts say of a question's words."""
